import {ListSaveButton} from './list-save-button.js';

ListSaveButton.define();
