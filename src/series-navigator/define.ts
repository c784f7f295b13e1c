import {SeriesNavigator} from './series-navigator.js';

SeriesNavigator.define();
