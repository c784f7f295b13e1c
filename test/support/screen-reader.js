/** What a browser tells screen readers on Linux, as text. */
import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {chromiumArgs} from './browsers.js';
import {openPage} from './engines.js';

const reader = fileURLToPath(new URL('screen-reader.py', import.meta.url));
const python = '/usr/bin/python3';
const packages = ['gir1.2-atspi-2.0', 'at-spi2-core', 'python3-gi', 'dbus', 'xvfb'];

/** Why there are no screen readers here; undefined where there are. */
export function missing() {
  const programs = [python, '/usr/libexec/at-spi2-registryd', '/usr/bin/dbus-daemon', '/usr/bin/Xvfb'];
  const isThere = programs.every((program) => existsSync(program)) && hasLibrary();
  return isThere ? undefined : `Needs Linux with the Debian packages ${packages.join(', ')}.`;
}

function hasLibrary() {
  try {
    execFileSync(python, ['-c', 'import gi; gi.require_version("Atspi", "2.0")'], {stdio: 'ignore'});
    return true;
  } catch {
    return false;
  }
}

/**
 * Starts a screen and a message bus for screen readers, which the browsers started after it use.
 *
 * @returns a function that ends them
 */
export async function startSession() {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=3'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [[display], [address]] = await Promise.all([once(screen.stdio[3], 'data'), once(bus.stdio[3], 'data')]);
  Object.assign(process.env, {
    DISPLAY: `:${String(display).trim()}`,
    DBUS_SESSION_BUS_ADDRESS: String(address).trim(),
    ACCESSIBILITY_ENABLED: '1',
    GNOME_ACCESSIBILITY: '1',
  });
  return () => [bus, screen].forEach((child) => child.kill());
}

/** A page with a window, as a screen reader needs. */
export function openWindow(engine) {
  const args = engine === 'chromium' && {args: [...chromiumArgs, '--force-renderer-accessibility']};
  return openPage(engine, {headless: false, ...args});
}

/** What is told of the page that is open. */
export async function tell(page) {
  const title = await page.evaluate(() => document.title);
  return execFileSync(python, [reader, title], {encoding: 'utf8', timeout: 60_000});
}
