/** Serves the demo blog, with the built embed script under /cdn/, on a free port of this machine only. */
import {createReadStream, existsSync, statSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join, normalize} from 'node:path';
import {fileURLToPath} from 'node:url';
import {constants, createBrotliCompress} from 'node:zlib';

const demo = fileURLToPath(new URL('.', import.meta.url));
const cdn = fileURLToPath(new URL('../dist/cdn', import.meta.url));

/** A file of the embed script, also by an address with its version. */
const versioned = /^\/cdn\/(?:[\w-]+@[^/]+\/)?(.+)/;

/** As hosts compress what they do not keep compressed. */
const fast = {params: {[constants.BROTLI_PARAM_QUALITY]: 6}};

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/feed+json; charset=utf-8',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * @param {{folder?: string, port?: number}} options `folder` to serve instead of the demo blog
 * @returns {Promise<{address: string, close: () => void}>}
 */
export async function serve({folder = demo, port = 0} = {}) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const [, script] = versioned.exec(path) ?? [];
    let file = script ? join(cdn, script) : join(folder, path);
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (!existsSync(file)) {
      response.writeHead(404).end('Not found');
      return;
    }
    const type = types[extname(file)];
    const isCompressed = type && /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
    response.writeHead(200, {
      'content-type': type ?? 'application/octet-stream',
      ...(isCompressed && {'content-encoding': 'br'}),
    });
    const body = createReadStream(file);
    (isCompressed ? body.pipe(createBrotliCompress(fast)) : body).pipe(response);
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close()};
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {address} = await serve({port: Number(process.env.PORT ?? 0)});
  console.log(`The demo blog is at ${address} (Ctrl+C stops it).`);
}
