import {renderToPipeableStream, renderToString} from 'react-dom/server';
import {App} from './App.jsx';
import {LateApp} from './late.jsx';

export const toHtml = (state) => renderToString(<App state={state} />);

/** Streams a page whose app is sent when it is ready, long after the script that takes it over. */
export function stream(state, ready, response) {
  const page = (
    <html lang="en">
      <head>
        <title>Wednesday</title>
        <link rel="icon" href="data:," />
        <script type="module" async src="/elements.js" />
      </head>
      <body>
        <div id="app">
          <LateApp state={state} ready={ready} />
        </div>
      </body>
    </html>
  );
  const {pipe} = renderToPipeableStream(page, {
    bootstrapScriptContent: `window.state = ${JSON.stringify(state)}`,
    bootstrapModules: ['/ReactStream.js'],
    onShellReady: () => pipe(response),
  });
}
