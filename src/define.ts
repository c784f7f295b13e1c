// First, because it measures a list, which lays the page out again once anything is drawn.
import './series-navigator/define.js';
import './keynote-card/define.js';
import './list-save-button/define.js';
import './saved-lists/define.js';
import './sponsor-list/define.js';
import './talk-summary/define.js';
import {enhance} from './enhance.js';

enhance();
