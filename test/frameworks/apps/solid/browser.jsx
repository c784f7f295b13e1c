import {createSignal} from 'solid-js';
import {render} from 'solid-js/web';
import {App} from './App.jsx';

export function start(target, state, heard) {
  const [current, update] = createSignal(state);
  return {update, unmount: render(() => <App state={current()} heard={heard} />, target)};
}
