import {createSSRApp, h} from 'vue';
import {renderToString} from 'vue/server-renderer';
import App from './App.vue';

export const toHtml = (state) => renderToString(createSSRApp({render: () => h(App, {state})}));
