import type {Meta} from '@storybook/web-components-vite';
import {inBlog} from './blog.js';
import {english, french} from './posts.js';
import './serif-blog.css';

export default {title: 'Recipes/Serif blog', tags: ['!autodocs']} satisfies Meta;

export const English = inBlog('serif-blog', english);

export const French = {...inBlog('serif-blog', french), name: 'Français'};
