import {renderToString} from 'react-dom/server';
import {App} from './App.jsx';

export const toHtml = (state) => renderToString(<App state={state} />);
