/** Where the browsers are, and how to get those that are missing. */
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';

const places = {
  chromium: [
    process.env.CHROME_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
    'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
  ],
  firefox: [
    process.env.FIREFOX_PATH,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:/Program Files/Mozilla Firefox/firefox.exe',
  ],
  // WebKit is driven by WebKitWebDriver, which only Linux has.
  webkit: [
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  ],
};

const debian = {chromium: ['chromium'], firefox: ['firefox-esr'], webkit: ['webkit2gtk-driver', 'xvfb']};

export const engines = Object.keys(places);

/** The path of a browser, or undefined. */
export const find = (engine) => {
  if (engine === 'webkit' && !existsSync('/usr/bin/WebKitWebDriver')) return undefined;
  return places[engine].find((path) => path && existsSync(path));
};

/** Chromium's sandbox does not start for root. */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Installs what is missing, on Debian as root; elsewhere says what to install and stops. */
export function ensure(wanted) {
  const missing = wanted.filter((engine) => !find(engine));
  if (missing.length === 0) return;
  const packages = missing.flatMap((engine) => debian[engine]);
  const isDebian = existsSync('/etc/debian_version') && /debian/i.test(readFileSync('/etc/os-release', 'utf8'));
  if (isDebian && process.getuid?.() === 0) {
    console.log(`Installing ${packages.join(', ')} …`);
    const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
    execFileSync('apt-get', ['-qq', 'update'], {stdio: 'inherit', env});
    execFileSync('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
    return;
  }
  console.error(`No browser found for: ${missing.join(', ')}. Install it, then run the command again.
  Debian, Ubuntu:  sudo apt-get install ${packages.join(' ')}
  macOS:           brew install --cask google-chrome firefox   (WebKit is tested on Linux only)
  Windows:         winget install Google.Chrome Mozilla.Firefox   (WebKit is tested on Linux only)
  Elsewhere:       set CHROME_PATH or FIREFOX_PATH to the program.`);
  process.exit(1);
}
