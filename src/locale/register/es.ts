import {es} from '../es.js';
import {registerLocale} from '../locale.js';

registerLocale('es', es);
