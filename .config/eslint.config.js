/** What the compiler cannot hold: `npm run lint`. Every ban says what to do instead. */
import {defineConfig} from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import regexp from 'eslint-plugin-regexp';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** Where code of the library or for a page is, and where Node's. */
const source = ['src/**/*.ts'];
const typescript = ['**/*.ts'];
const node = ['**/*.js', '**/*.mjs'];
const tests = ['test/**/*.test.*'];

const ban = (selector, message) => ({selector, message});

const everywhere = [
  ban(
    ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression)[source.value=/^\\.(?!.*\\.(js|mjs|json|css|vue|svelte)(\\?\\w+)?$)/]',
    'Write the extension, `.js` for TypeScript too: browsers and Node need it.',
  ),
  ban(
    ':matches(CallExpression, NewExpression)[callee.name=/^(eval|Function)$/]',
    'Write the code as code: pages forbid `eval` with a content security policy.',
  ),
];

const inTests = [
  ban(
    ':matches(CallExpression[callee.name=/^(setTimeout|aTimeout)$/], CallExpression[callee.property.name="setTimeout"])',
    'Wait for what is to happen: an event, `updateComplete`, `waitUntil(() => …)`.',
  ),
  ban(
    'ExpressionStatement > CallExpression[callee.property.name="accessible"]',
    'Write `await` before it: this assertion is a promise.',
  ),
  ban(
    'MemberExpression[property.name=/^(skip|only)$/]',
    'Run all tests: delete the one that is no longer true, mend the one that fails.',
  ),
];

const inSource = [
  ban(
    ':matches(MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe)$/], MemberExpression[property.value=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe)$/])',
    'Draw with a template, or set `textContent`: no string becomes markup here.',
  ),
  ban(
    'TaggedTemplateExpression[tag.name=/^(html|svg|mathml)$/] TemplateElement[value.raw=/[.?@]?(innerHTML|outerHTML)=/]',
    'Draw with a template, or set `.textContent`: no string becomes markup here.',
  ),
  ban(
    'ImportDeclaration[source.value=/(unsafe-(html|mathml|svg)|style-map|static-html)/]',
    'Draw with a plain template; set styles in a `.styles.ts` or through `element.style`, which a content security policy allows.',
  ),
  ban(
    'TaggedTemplateExpression[tag.name=/^(html|svg|mathml)$/] TemplateElement[value.raw=/\\sstyle\\s*=/]',
    'Write the style in a `.styles.ts`: pages forbid inline styles with a content security policy.',
  ),
  ban(
    ':matches(MemberExpression[object.name=/^(document|window)$/], MemberExpression[object.property.name=/^(document|window)$/][object.object.name=/^(globalThis|self|window)$/], VariableDeclarator[init.name=/^(document|window)$/] > ObjectPattern)',
    'Start from the element (`this.ownerDocument`, `this.getRootNode()`) and call by way of `Document.prototype`, or use `globalThis`: an id or name in the page can stand in for any of these.',
  ),
  ban(
    'Property[key.name="reflect"][value.value=true]',
    'Leave attributes to the author: a property is not written back. Show state with a part or `attachInternals().states`.',
  ),
];

export default defineConfig(
  {ignores: ['integrations/**/*.d.ts', '**/node_modules/', 'dist/', 'storybook-static/', 'bench/results/', '.tools/']},
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},
  {rules: {'no-restricted-syntax': ['error', ...everywhere], eqeqeq: 'error'}},
  {
    files: typescript,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {parserOptions: {projectService: true}},
    rules: {
      // Lit binds the listeners of a template to the element.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_'}],
    },
  },
  {
    files: ['src/**/*.ts', 'stories/**/*.ts'],
    extends: [wc.configs['flat/best-practice'], lit.configs['flat/recommended'], litA11y.configs.recommended],
    settings: {wc: {elementBaseClasses: ['LitElement', 'ArticleElement']}},
    rules: {
      // LitElement always has the callbacks that are called with `super`.
      'wc/guard-super-call': 'off',
      // WebKit takes a list with `list-style: none` for no list; `role="list"` says that it is one.
      'lit-a11y/no-redundant-role': 'off',
    },
  },
  {
    files: source,
    plugins: {regexp},
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...inSource],
      // A pattern that takes quadratic time lets a string hold the page.
      'regexp/no-super-linear-backtracking': ['error', {report: 'potential'}],
      'regexp/no-super-linear-move': ['error', {ignoreSticky: false}],
    },
  },
  {
    files: node,
    extends: [tseslint.configs.recommended],
    languageOptions: {
      globals: Object.fromEntries(
        ['Buffer', 'URL', 'clearTimeout', 'console', 'fetch', 'performance', 'process', 'setTimeout'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
    rules: {'no-undef': 'error'},
  },
  {
    // Scripts here also run in pages.
    files: ['bench/*.js', 'test/**/*.js'],
    rules: {'no-undef': 'off'},
  },
  {
    files: tests,
    rules: {'no-restricted-syntax': ['error', ...everywhere, ...inTests]},
  },
  {
    // `@open-wc/testing` types every assertion as a promise.
    files: ['test/**/*.ts'],
    rules: {'@typescript-eslint/no-floating-promises': 'off'},
  },
);
