import './series-navigator/define.js';
