import type {StorybookConfig} from '@storybook/web-components-vite';

/** Two copies of Lit would load if the development server bundled the ones that Storybook itself asks for. */
const lit = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'];

export default {
  framework: {name: '@storybook/web-components-vite', options: {}},
  stories: ['../**/*.mdx', '../**/*.stories.ts'],
  staticDirs: ['../public'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: {disableTelemetry: true, disableWhatsNewNotifications: true},
  viteFinal: (config) => ({
    ...config,
    optimizeDeps: {...config.optimizeDeps, exclude: [...(config.optimizeDeps?.exclude ?? []), ...lit]},
  }),
} satisfies StorybookConfig;
