import {hydrateRoot} from 'react-dom/client';
import {LateApp} from './late.jsx';

const ready = Promise.resolve();
const heard = () => undefined;
const draw = (state) => (
  <html lang="en">
    <head>
      <title>Wednesday</title>
      <link rel="icon" href="data:," />
      <script type="module" async src="/elements.js" />
    </head>
    <body>
      <div id="app">
        <LateApp state={state} ready={ready} heard={heard} />
      </div>
    </body>
  </html>
);
const root = hydrateRoot(document, draw(window.state), {onRecoverableError: (error) => console.error(error)});
window.app = {update: (state) => root.render(draw(state))};
