import {pl} from '../pl.js';
import {registerLocale} from '../locale.js';

registerLocale('pl', pl);
