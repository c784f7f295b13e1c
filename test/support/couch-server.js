/**
 * A CouchDB server for tests: that of PouchDB, in memory, with an account and a database for each reader. In front of it
 * are CORS, and tokens in place of passwords as a server with JWT takes them.
 */
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import expressPouch from 'express-pouchdb';
import memory from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';
import http from 'pouchdb-adapter-http';
import replication from 'pouchdb-replication';

PouchDB.plugin(memory).plugin(http).plugin(replication);

// Its feeds of changes beat on when their connections are gone, and Node would never end.
const {setInterval: beat} = globalThis;
globalThis.setInterval = (...args) => beat(...args).unref();

const basic = (name, password) => `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
const admin = basic('admin', 'secret');

export async function couchServer() {
  const app = expressPouch(PouchDB.defaults({adapter: 'memory'}), {
    inMemoryConfig: true,
    logPath: join(tmpdir(), `couch-server-${process.pid}.log`),
  });
  /** Logins by token, and what was asked for. */
  const tokens = new Map();
  const requests = [];
  const server = createServer((request, response) => {
    const {method, url, headers} = request;
    response.setHeader('access-control-allow-origin', headers.origin ?? '*');
    response.setHeader('access-control-allow-headers', 'authorization, content-type, accept');
    response.setHeader('access-control-allow-methods', 'GET, PUT, POST, DELETE');
    if (method === 'OPTIONS') return void response.writeHead(204).end();
    requests.push({method, url, authorization: headers.authorization});
    const token = /^Bearer (.*)/.exec(headers.authorization)?.[1];
    if (token && !tokens.has(token)) {
      return void response.writeHead(401, {'content-type': 'application/json'}).end('{"error":"unauthorized"}');
    }
    if (token) headers.authorization = tokens.get(token);
    app(request, response);
  });
  const listen = (port = 0) => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen();
  const {port} = server.address();
  const address = `http://127.0.0.1:${port}`;
  const put = async (path, body, authorization = {authorization: admin}) => {
    const init = {method: 'PUT', headers: {...authorization, 'content-type': 'application/json'}};
    const {ok, status} = await fetch(address + path, {
      ...init,
      ...(body !== undefined && {body: JSON.stringify(body)}),
    });
    if (!ok) throw new Error(`PUT ${path}: ${status}`);
  };
  // The first of all needs no login.
  await put('/_config/admins/admin', 'secret', {});
  return {
    requests,
    /** An account with a database that is its own. */
    async signUp(name) {
      const password = `password of ${name}`;
      await put(`/_users/org.couchdb.user:${name}`, {name, password, roles: [], type: 'user'});
      await put(`/lists-${name}`);
      await put(`/lists-${name}/_security`, {members: {names: [name]}, admins: {names: [name]}});
      return {url: `${address}/lists-${name}`, login: {username: name, password}};
    },
    grant: (token, {username, password}) => tokens.set(token, basic(username, password)),
    revoke: (token) => tokens.delete(token),
    /** The documents of a database as they are there. */
    async documents(url) {
      const response = await fetch(`${url}/_all_docs?include_docs=true&conflicts=true`, {
        headers: {authorization: admin},
      });
      return (await response.json()).rows.map(({doc}) => doc);
    },
    /** Breaks every connection, and takes none until it is started again. */
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
    start: () => listen(port),
  };
}

export {PouchDB};
