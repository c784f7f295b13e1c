/** Runs first in a test page, and remembers what went wrong in it. */
globalThis.faults = [];
globalThis.said = [];
addEventListener('error', ({message}) => faults.push(message));
addEventListener('unhandledrejection', ({reason}) => faults.push(String(reason)));
document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) =>
  faults.push(`${violatedDirective} ${blockedURI}`),
);
for (const level of ['info', 'warn']) console[level] = (message) => said.push(message);
