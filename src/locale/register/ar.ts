import {ar} from '../ar.js';
import {registerLocale} from '../locale.js';

registerLocale('ar', ar);
