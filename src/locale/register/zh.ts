import {zh} from '../zh.js';
import {registerLocale} from '../locale.js';

registerLocale('zh', zh);
