import './keynote-card/define.js';
import './series-navigator/define.js';
import './sponsor-list/define.js';
import './talk-summary/define.js';
