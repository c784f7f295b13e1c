import {createRoot, hydrateRoot} from 'react-dom/client';
import {flushSync} from 'react-dom';
import {App} from './App.jsx';

export function start(target, state, heard, isHydrated) {
  const draw = (next) => <App state={next} heard={heard} />;
  const onRecoverableError = (error) => console.error(error);
  const root = isHydrated
    ? hydrateRoot(target, draw(state), {onRecoverableError})
    : createRoot(target, {onRecoverableError});
  const update = (next) => flushSync(() => root.render(draw(next)));
  if (!isHydrated) update(state);
  return {update, unmount: () => root.unmount()};
}
