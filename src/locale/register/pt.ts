import {pt} from '../pt.js';
import {registerLocale} from '../locale.js';

registerLocale('pt', pt);
