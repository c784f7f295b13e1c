/**
 * A server for tests. `/page?body=…` is a page with that body.
 * `/feed?body=…&type=…&status=…` is a feed, with every fault a real one can have:
 *
 * - `fails=N&key=K`: the first N requests of that key are answered with status 500
 * - `size=N`: a body of N bytes; `stall`: headers, and then nothing; `cut`: the connection breaks in the middle
 * - `loop`: redirects to itself
 * - `/feed-count?key=K`: how many requests that key had
 *
 * With a cookie `lacks=PATH`, the file of that path is not there.
 */
const counts = new Map();

export async function testServer(context, next) {
  const {query, path, res} = context;
  const key = String(query.key ?? '');
  // A sandboxed frame has an origin of its own.
  if (context.get('origin') === 'null') context.set('access-control-allow-origin', '*');
  if (context.cookies.get('lacks') === path) return;
  if (path === '/page') {
    context.type = 'html';
    context.body = `<!doctype html><html lang="en"><title>Page</title><script src="/test/support/watch.js"></script><body>${query.body}`;
    return;
  }
  if (path === '/feed-count') {
    context.body = String(counts.get(key) ?? 0);
    return;
  }
  if (path !== '/feed') return next();
  counts.set(key, (counts.get(key) ?? 0) + 1);
  if ('loop' in query) return context.redirect(context.url);
  const failed = counts.get(key) <= Number(query.fails ?? 0);
  context.respond = false;
  res.writeHead(failed ? 500 : Number(query.status ?? 200), {
    'content-type': query.type ?? 'application/feed+json',
    ...('cut' in query && {'content-length': 10_000}),
    ...('allow' in query && {'access-control-allow-origin': '*'}),
  });
  if ('stall' in query) return res.flushHeaders();
  res.write(query.body ?? ' '.repeat(Number(query.size ?? 0)));
  if ('cut' in query) return res.destroy();
  res.end();
}
