import {nl} from '../nl.js';
import {registerLocale} from '../locale.js';

registerLocale('nl', nl);
