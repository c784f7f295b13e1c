/** WebKitWebDriver, with a screen of its own where there is none. */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {setTimeout} from 'node:timers/promises';

export const webkitPort = Number(process.env.WEBKIT_PORT ?? 4478);

/**
 * Starts it on a port.
 *
 * @returns a function that ends it
 */
export async function startDriver(port) {
  const processes = [];
  const start = (command, args, options) => {
    const child = spawn(command, args, options);
    processes.push(child);
    return child;
  };
  const env = {...process.env};
  if (!env.DISPLAY) {
    // Xvfb takes a free display and writes its number to file descriptor 3.
    const screen = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const [display] = await once(screen.stdio[3], 'data');
    env.DISPLAY = `:${String(display).trim()}`;
  }
  start('WebKitWebDriver', [`--port=${port}`], {env, stdio: 'ignore'});
  for (let tries = 0; tries < 200; tries += 1) {
    const response = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (response?.ok) return () => processes.reverse().forEach((child) => child.kill());
    await setTimeout(50);
  }
  throw new Error(`WebKitWebDriver did not start on port ${port}.`);
}

/** For the length of a test run. */
export function webkitDriver() {
  let stop;
  return {
    name: 'webkit-driver',
    async serverStart() {
      stop = await startDriver(webkitPort);
    },
    serverStop: () => stop(),
  };
}
