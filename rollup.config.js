import {readdirSync, readFileSync} from 'node:fs';
import {dirname, resolve as resolvePath} from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import {transform} from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';
import {minifyTemplateLiterals} from 'rollup-plugin-minify-template-literals';

const modules = readdirSync('src', {recursive: true})
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => `src/${file}`);

const typescript = () => esbuild({include: /\.ts$/, target: 'es2022', tsconfig: 'tsconfig.json', sourceMap: true});
const resolveTypeScript = () => resolve({extensions: ['.ts', '.js']});

/** `conservativeCollapse`, because the space at the edge of a nested template is a space on the page. */
const minifyTemplates = () =>
  minifyTemplateLiterals({include: ['src/**/*.ts'], options: {minifyOptions: {conservativeCollapse: true}}});

/**
 * In the embed script Lit is a guest too. It leaves nothing on `window` (versions, and what only decorators need), looks
 * for no polyfill there, and uses our Trusted Types policy, because its own may be taken or forbidden on the page. It
 * takes the methods of the document from its prototype, as a form or image may stand in their place. Tests hold that these
 * patterns still match.
 */
const discreetLit = {
  name: 'discreet-lit',
  transform(code, id) {
    if (!/\/(lit-html|lit-element|reactive-element)\.js$/.test(id)) return undefined;
    const policy = JSON.stringify(resolvePath('src/internal/trusted-types.ts'));
    const discreet = code
      .replace(/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[^"]+"\)/, '0')
      .replace(/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, '')
      .replace(/const \w+=this\[Symbol\.metadata\];if\(null!==\w+\)\{.*?elementProperties\.set\(\w+,\w+\)\}/, '')
      .replace(/\w+\.\w+(Hydrate|Polyfill)Support\b/g, '(void 0)')
      .replace(
        /\b(\w+)\.(create(?:Comment|Element|TextNode|TreeWalker))\((?=""|"template"|\w\)|\1,)/g,
        'Document.prototype.$2.call($1,',
      )
      .replace(/(\(\w+\?\.creationScope\?\?\w+\))\.importNode\(/, 'Document.prototype.importNode.call($1,')
      .replace(/\w+\?\w+\.createPolicy\("lit-html",\{createHTML:(\w+)=>\1\}\):void 0/, 'articleSeriesPolicy');
    return {code: `import {policy as articleSeriesPolicy} from ${policy};${discreet}`, map: null};
  },
};

/** The optional stylesheet for a page's head. */
const stylesheet = {
  name: 'stylesheet',
  async generateBundle() {
    const {code} = await transform(readFileSync('src/article-series.css', 'utf8'), {loader: 'css', minify: true});
    this.emitFile({type: 'asset', fileName: 'article-series.css', source: code});
  },
};

/** The languages that load where an element asks for them are files of their own, beside both embed scripts. */
const isLanguage = /(?<![\w-])(?!en|fr)\w\w\.[jt]s$/;
const languages = modules.filter((file) => isLanguage.test(file) && !file.includes('register'));
const besideLanguages = {
  name: 'beside-languages',
  resolveId: (source, importer) =>
    importer && isLanguage.test(source) && source.startsWith('./')
      ? {id: resolvePath(dirname(importer), source), external: 'relative'}
      : undefined,
};

const minify = (format) =>
  terser({
    module: true,
    ecma: 2022,
    compress: {passes: 3, unsafe_arrows: true, unsafe_methods: true},
    format,
  });

/** Where the packages of others are on this machine is in no source map, so that every machine builds the same bytes. */
const sourcemap = {
  sourcemap: true,
  sourcemapPathTransform: (source) => source.replace(/^.*\/(?=node_modules\/)/, '/'),
};

/** Functions of what every page runs are compiled while it loads: https://v8.dev/blog/explicit-compile-hints. */
const hint = '//# allFunctionsCalledOnLoad';

const embedPlugins = () => [
  besideLanguages,
  resolveTypeScript(),
  discreetLit,
  minifyTemplates(),
  typescript(),
  minify({comments: /^# all/}),
];

export default [
  {
    // For npm: one module a source file, Lit and PouchDB left to the user's bundler.
    input: modules,
    external: /^(lit|@lit|pouchdb-[a-z-]+)(\/|$)/,
    plugins: [resolveTypeScript(), typescript()],
    output: {dir: 'dist', preserveModules: true, preserveModulesRoot: 'src', ...sourcemap},
  },
  {
    // For pages: everything in one file, but for what only some pages use.
    input: {'article-series': 'src/define.ts'},
    plugins: [...embedPlugins(), stylesheet],
    output: {
      dir: 'dist/cdn',
      banner: ({isEntry}) => (isEntry ? hint : ''),
      // What the elements that load a file share would be named after any one of its modules.
      chunkFileNames: ({moduleIds}) =>
        `chunks/${moduleIds.some((id) => id.endsWith('/feed/load-feed.ts')) ? 'feed' : '[name]'}-[hash:6].js`,
      ...sourcemap,
    },
  },
  {
    // For pages that cannot load modules: all of it in one classic script.
    input: 'src/define.ts',
    plugins: embedPlugins(),
    output: {
      file: 'dist/cdn/article-series.classic.js',
      banner: hint,
      format: 'iife',
      inlineDynamicImports: true,
      ...sourcemap,
    },
  },
  {
    // For pages that sync lists: the engine, and PouchDB beside it, which only the tab that syncs loads.
    input: {couchdb: 'src/sync/couchdb.ts'},
    plugins: [
      resolve({extensions: ['.ts', '.js'], browser: true, preferBuiltins: false}),
      commonjs(),
      typescript(),
      minify({comments: /^!/}),
    ],
    output: {
      dir: 'dist/cdn/sync',
      manualChunks: (id) => (id.includes('/node_modules/') ? 'pouchdb' : undefined),
      chunkFileNames: '[name]-[hash:6].js',
      banner: ({name}) =>
        name === 'pouchdb' ? '/*! PouchDB 9.0.0, https://pouchdb.com, under the Apache License 2.0 */' : '',
      ...sourcemap,
    },
  },
  {
    // The languages that both may load.
    input: Object.fromEntries(languages.map((file) => [file.slice('src/'.length, -'.ts'.length), file])),
    plugins: [typescript(), minify({comments: false})],
    output: {dir: 'dist/cdn', ...sourcemap},
  },
];
