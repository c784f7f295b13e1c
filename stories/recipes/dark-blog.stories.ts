import type {Meta} from '@storybook/web-components-vite';
import {inBlog} from './blog.js';
import {english, french} from './posts.js';
import './dark-blog.css';

export default {title: 'Recipes/Dark blog', tags: ['!autodocs']} satisfies Meta;

export const English = inBlog('dark-blog', english);

export const French = {...inBlog('dark-blog', french), name: 'Français'};
