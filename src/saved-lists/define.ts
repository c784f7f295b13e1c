import {SavedLists} from './saved-lists.js';

SavedLists.define();
