import {de} from '../de.js';
import {registerLocale} from '../locale.js';

registerLocale('de', de);
