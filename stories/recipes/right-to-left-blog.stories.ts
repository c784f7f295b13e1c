import type {Meta} from '@storybook/web-components-vite';
import {inBlog} from './blog.js';
import {arabic} from './posts.js';
import './right-to-left-blog.css';

export default {title: 'Recipes/Right-to-left blog', tags: ['!autodocs']} satisfies Meta;

export const Arabic = {...inBlog('right-to-left-blog', arabic), name: 'العربية'};
