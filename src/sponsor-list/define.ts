import {SponsorList} from './sponsor-list.js';

SponsorList.define();
