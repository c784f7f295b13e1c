import {render} from 'svelte/server';
import App from './App.svelte';

export const toHtml = async (state) => (await render(App, {props: {state}})).body;
