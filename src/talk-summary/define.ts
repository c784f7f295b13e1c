import {TalkSummary} from './talk-summary.js';

TalkSummary.define();
