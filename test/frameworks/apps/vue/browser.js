import {createApp, createSSRApp, h, shallowRef} from 'vue';
import App from './App.vue';

export function start(target, state, heard, isHydrated) {
  const current = shallowRef(state);
  const app = (isHydrated ? createSSRApp : createApp)({render: () => h(App, {state: current.value, heard})});
  app.mount(target);
  return {update: (next) => (current.value = next), unmount: () => app.unmount()};
}
