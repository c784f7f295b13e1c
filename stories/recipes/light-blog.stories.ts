import type {Meta} from '@storybook/web-components-vite';
import {inBlog} from './blog.js';
import {english, french} from './posts.js';
import './light-blog.css';

export default {title: 'Recipes/Light blog', tags: ['!autodocs']} satisfies Meta;

export const English = inBlog('light-blog', english);

export const French = {...inBlog('light-blog', french), name: 'Français'};
