/** @jsxImportSource preact */
import {hydrate, render} from 'preact';
import {App} from './App.jsx';

export function start(target, state, heard, isHydrated) {
  const draw = (next) => <App state={next} heard={heard} />;
  (isHydrated ? hydrate : render)(draw(state), target);
  return {update: (next) => render(draw(next), target), unmount: () => render(null, target)};
}
