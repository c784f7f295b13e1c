/** @jsxImportSource preact */
import {renderToString} from 'preact-render-to-string';
import {App} from './App.jsx';

export const toHtml = (state) => renderToString(<App state={state} />);
