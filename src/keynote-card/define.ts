import {KeynoteCard} from './keynote-card.js';

KeynoteCard.define();
