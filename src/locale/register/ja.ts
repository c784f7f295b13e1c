import {ja} from '../ja.js';
import {registerLocale} from '../locale.js';

registerLocale('ja', ja);
