import {it} from '../it.js';
import {registerLocale} from '../locale.js';

registerLocale('it', it);
