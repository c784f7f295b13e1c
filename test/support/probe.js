/**
 * A server of this machine with a page that has all of the library in it, and what tries it (`probe.page.js`). Under
 * `/put/NAME` it takes a body that it then serves as `/files/NAME`; everything else is answered by `answer`.
 */
import {createServer} from 'node:http';
import {fileURLToPath} from 'node:url';
import {buildSync} from 'esbuild';

/** Inline script may run, so that what should not run is seen to. Other origins are refused, and that is seen too. */
const policy = (connect) => `default-src 'self' 'unsafe-inline' 'unsafe-eval'; connect-src 'self' ${connect}`;
const page =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><script type="module" src="/probe.js"></script><body>';

/**
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void} [answer]
 * @param {object} [page]
 * @param {URL} [page.script] another one, that imports `probe.page.js`
 * @param {string} [page.connect] other origins that may be asked
 * @returns {Promise<{address: string, port: number, taken: () => string[], close: () => void}>} `taken` gives the paths
 *   that have been asked for since it was last called
 */
export async function serveProbe(
  answer = (_, response) => response.writeHead(404).end(),
  {script = new URL('probe.page.js', import.meta.url), connect = ''} = {},
) {
  const {outputFiles} = buildSync({
    entryPoints: [fileURLToPath(script)],
    bundle: true,
    format: 'esm',
    write: false,
  });
  const files = new Map();
  let paths = [];
  const server = createServer(async (request, response) => {
    const {url} = request;
    const [, folder, name] = url.split('/');
    if (url === '/favicon.ico') response.writeHead(204).end();
    else if (url === '/probe.js') response.writeHead(200, {'content-type': 'text/javascript'}).end(outputFiles[0].text);
    else if (/^\/(\?.*)?$/.test(url)) {
      response.writeHead(200, {'content-type': 'text/html', 'content-security-policy': policy(connect)}).end(page);
    } else if (folder === 'put') {
      files.set(name, Buffer.concat(await request.toArray()));
      response.end();
    } else {
      paths.push(url);
      const file = folder === 'files' && files.get(name);
      if (file) response.writeHead(200, {'content-type': 'application/octet-stream'}).end(file);
      else answer(request, response);
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address();
  return {
    address: `http://127.0.0.1:${port}/`,
    port,
    taken: () => paths.splice(0),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
