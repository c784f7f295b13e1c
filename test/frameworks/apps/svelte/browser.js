import {flushSync, hydrate, mount, unmount} from 'svelte';
import {createSubscriber} from 'svelte/reactivity';
import App from './App.svelte';

export function start(target, state, heard, isHydrated) {
  let current = state;
  let changed;
  const subscribe = createSubscriber((update) => {
    changed = update;
  });
  const props = {
    get state() {
      subscribe();
      return current;
    },
    heard,
  };
  const app = (isHydrated ? hydrate : mount)(App, {target, props});
  const update = (next) => {
    current = next;
    flushSync(changed);
  };
  return {update, unmount: () => unmount(app)};
}
