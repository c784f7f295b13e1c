import {html, LitElement, type TemplateResult} from 'lit';
import {tokens, type Token} from '../.storybook/manifest.js';
import '../../src/define.js';
import {contrast} from './contrast.js';

const schemes = ['light', 'dark'] as const;
type Scheme = (typeof schemes)[number];

/** The page that the colours stand on: `stories.css` has the same. */
const page = {light: {background: '#fcfbf7', text: '#24272b'}, dark: {background: '#16191d', text: '#e6e3dc'}};

/** What each colour begins with, and the least contrast that WCAG asks of what it paints. */
const colours: Record<string, Record<Scheme, string> & {readonly least: number}> = {
  '--as-accent': {light: '#0b5678', dark: '#86c8e8', least: 4.5},
  '--as-muted': {light: '#5f5166', dark: '#c3b3ca', least: 4.5},
  '--as-border': {light: '#857b68', dark: '#7b8794', least: 3},
  '--as-surface': {light: '#ffffff', dark: '#23292f', least: 4.5},
};

/** Every custom property of the elements: what it is for, a control, the contrast it has, and the CSS to copy. */
export class ThemeEditor extends LitElement {
  static override properties = {values: {state: true}};

  /** What stands in the CSS, by scheme and name. */
  declare values: Record<Scheme, Record<string, string>>;

  constructor() {
    super();
    const begin = (scheme: Scheme): Record<string, string> =>
      Object.fromEntries(tokens.map(({name, default: value = ''}) => [name, colours[name]?.[scheme] ?? value]));
    this.values = {light: begin('light'), dark: begin('dark')};
  }

  /** In the page, whose styles are those of a blog. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<div class="panes">${schemes.map((scheme) => this.#preview(scheme))}</div>
      ${tokens.map((token) => this.#row(token))}
      <h2>All of it</h2>
      <pre tabindex="0" role="region" aria-label="CSS of all custom properties"><code>:root {
  color-scheme: light dark;

${tokens.map(({name}) => `  ${this.#css(name)}\n`)}}</code></pre>`;
  }

  protected override updated(): void {
    for (const scheme of schemes) {
      const {style} = this.querySelector<HTMLElement>(`.preview.${scheme}`)!;
      for (const [name, value] of Object.entries(this.values[scheme])) style.setProperty(name, value);
    }
    for (const swatch of this.querySelectorAll<HTMLElement>('.swatch')) {
      swatch.style.background = this.values[swatch.dataset['scheme'] as Scheme][swatch.dataset['token']!]!;
    }
  }

  #row({name, default: value, uses}: Token): TemplateResult {
    return html`<section class="token">
      <h2><code>${name}</code></h2>
      <p>Without it: <code>${value}</code>.</p>
      <ul>
        ${uses.map(({tag, description}) => html`<li><code>${tag}</code>: ${description}</li>`)}
      </ul>
      ${name in colours ? schemes.map((scheme) => this.#colour(name, scheme)) : this.#length(name)}
      <pre tabindex="0" role="region" aria-label="CSS of ${name}"><code>:root {
  ${this.#css(name)}
}</code></pre>
    </section>`;
  }

  #colour(name: string, scheme: Scheme): TemplateResult {
    const colour = this.values[scheme][name]!;
    const {background, text} = page[scheme];
    const isSurface = name === '--as-surface';
    const ratio = contrast(colour, isSurface ? text : background);
    const {least} = colours[name]!;
    const set = ({target}: Event): void => this.#set([scheme], name, (target as HTMLInputElement).value);
    return html`<p class="colour">
      <span class="swatch" data-scheme=${scheme} data-token=${name}></span>
      <label>${scheme} <input type="color" .value=${colour} @input=${set} /></label>
      <span class="ratio">
        ${ratio.toFixed(1)} : 1 ${isSurface ? 'with the text on it' : 'on the page'},
        ${ratio >= least ? 'enough' : 'too little'}: WCAG asks for ${least} : 1
      </span>
    </p>`;
  }

  #length(name: string): TemplateResult {
    const set = ({target}: Event): void => this.#set(schemes, name, `${(target as HTMLInputElement).value}em`);
    const value = this.values.light[name]!;
    return html`<p>
      <label>
        ${value}
        <input
          type="range"
          min="0"
          max="3"
          step="0.25"
          aria-label=${`${name} ${value}`}
          .value=${value.replace('em', '')}
          @input=${set}
        />
      </label>
    </p>`;
  }

  #set(where: readonly Scheme[], name: string, value: string): void {
    const changed = where.map((scheme) => [scheme, {...this.values[scheme], [name]: value}]);
    this.values = {...this.values, ...(Object.fromEntries(changed) as Partial<typeof this.values>)};
  }

  #css(name: string): string {
    const {light, dark} = this.values;
    return `${name}: ${light[name] === dark[name] ? light[name] : `light-dark(${light[name]}, ${dark[name]})`};`;
  }

  #preview(scheme: Scheme): TemplateResult {
    return html`<section class="preview ${scheme}" aria-label="Preview, ${scheme}">
      <series-navigator>
        <p>A series of 3 posts:</p>
        <ol>
          <li><a href="https://clusters.example/tuesday/">Tuesday: the day before</a></li>
          <li aria-current="page">Wednesday: AI takes the stage</li>
          <li>Thursday: bricks (<time datetime="2034-03-22">2034</time>)</li>
        </ol>
      </series-navigator>
      <keynote-card>
        <h2>Figures and a beret</h2>
        <ul>
          <li>Taylor Dolezal, CNCF</li>
        </ul>
        <p><img src="stage.svg" alt="" width="640" height="360" /></p>
        <p>Backstage far ahead.</p>
        <p><strong>Verdict:</strong> to try.</p>
      </keynote-card>
      <sponsor-list names="hide">
        <ul>
          <li>
            <a href="https://orgs.example/"><img src="orgs/lanterne.svg" alt="" width="100" height="100" /> Lanterne</a>
          </li>
          <li>
            <a href="https://orgs.example/"><img src="empty.json" alt="" width="100" height="40" /> Café du Port</a>
          </li>
        </ul>
      </sponsor-list>
      <list-save-button><a href="https://clusters.example/my-lists/">Save for later</a></list-save-button>
    </section>`;
  }
}

customElements.define('theme-editor', ThemeEditor);
