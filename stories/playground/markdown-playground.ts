import DOMPurify from 'dompurify';
import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import MarkdownIt from 'markdown-it';
import '../../src/define.js';
import {samples, type Sample} from './samples.js';

const words = {
  en: {
    sample: 'Begin with',
    text: 'Markdown',
    shown: 'As readers see it',
    read: 'What the element read',
    none: 'No element reads anything here: write a tag around your Markdown, with blank lines inside.',
    keeps: 'It keeps what readers save; it reads nothing of what is written in it.',
    drawn: (tags: string) => (tags ? `Drawn: ${tags}.` : 'No element is drawn.'),
  },
  fr: {
    sample: 'Commencer par',
    text: 'Markdown',
    shown: 'Ce que voient les lecteurs',
    read: 'Ce que l’élément a lu',
    none: 'Aucun élément ne lit rien ici : entourez votre Markdown d’une balise, avec des lignes vides à l’intérieur.',
    keeps: 'Il garde ce qu’enregistrent les lecteurs ; il ne lit rien de ce qu’on y écrit.',
    drawn: (tags: string) => (tags ? `Dessiné : ${tags}.` : 'Aucun élément n’est dessiné.'),
  },
};

const tags = [...new Set(samples.map(({name}) => name))];
const markdown = new MarkdownIt({html: true});

/** What the visitor typed, as nodes: the elements with all their attributes, and nothing that runs. */
function parse(text: string): DocumentFragment {
  return DOMPurify.sanitize(markdown.render(text), {
    RETURN_DOM_FRAGMENT: true,
    ADD_ATTR: ['for'],
    CUSTOM_ELEMENT_HANDLING: {tagNameCheck: (tag) => tags.includes(tag), attributeNameCheck: /^(?!on|style$)[a-z-]+$/},
  });
}

/** The public models of the elements: what they understood of what was written. */
type Reading = Element & {readonly updateComplete: Promise<boolean>} & {
  readonly [model in 'parts' | 'currentIndex' | 'talk' | 'tiers']?: unknown;
};

const modelOf = ({parts, currentIndex, talk, tiers}: Reading): string | undefined => {
  const model = {parts, currentIndex, talk, tiers};
  return Object.values(model).some((each) => each !== undefined) ? JSON.stringify(model, undefined, 2) : undefined;
};

/** Markdown in one pane, what readers see beside it, and below what the elements read of it. */
export class MarkdownPlayground extends LitElement {
  static override properties = {
    lang: {},
    sample: {state: true},
    readings: {state: true},
  };

  declare sample: Sample;
  declare readings: readonly {readonly tag: string; readonly model: string | undefined}[];

  constructor() {
    super();
    this.sample = samples[0]!;
    this.readings = [];
  }

  /** In the page, whose styles are those of a blog. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    if (this.sample.lang !== this.#language) this.sample = this.#samples.find(({name}) => name === this.sample.name)!;
  }

  protected override render(): TemplateResult {
    const {sample, text, shown, read, none, keeps, drawn} = words[this.#language];
    return html`<p>
        <label>
          ${sample}
          <select @change=${this.#begin}>
            ${this.#samples.map(({name}) => html`<option ?selected=${name === this.sample.name}>${name}</option>`)}
          </select>
        </label>
      </p>
      <div class="panes">
        <section>
          <h2><label for="markdown">${text}</label></h2>
          ${keyed(
            this.sample,
            html`<textarea
              id="markdown"
              rows="14"
              spellcheck="false"
              .value=${this.sample.text}
              @input=${this.#draw}
            ></textarea>`,
          )}
        </section>
        <section>
          <h2>${shown}</h2>
          <div class="shown"></div>
        </section>
      </div>
      <section>
        <h2>${read}</h2>
        <p role="status">${drawn(this.readings.map(({tag}) => tag).join(', '))}</p>
        ${this.readings.length ? nothing : html`<p>${none}</p>`}
        ${this.readings.map(
          ({tag, model}) =>
            html`<h3><code>${tag}</code></h3>
              ${model ? html`<pre tabindex="0" role="region" aria-label="${read}: ${tag}">${model}</pre>` : html`<p>${keeps}</p>`}`,
        )}
      </section>`;
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('sample')) void this.#draw();
  }

  get #language(): 'en' | 'fr' {
    return this.lang === 'fr' ? 'fr' : 'en';
  }

  get #samples(): readonly Sample[] {
    return samples.filter(({lang}) => lang === this.#language);
  }

  #begin({target}: Event): void {
    this.sample = this.#samples[(target as HTMLSelectElement).selectedIndex]!;
  }

  async #draw(): Promise<void> {
    const shown = this.querySelector('.shown')!;
    shown.replaceChildren(parse(this.querySelector('textarea')!.value));
    const elements = [...shown.querySelectorAll<Reading>(tags.join())];
    await Promise.all(elements.map(({updateComplete}) => updateComplete));
    this.readings = elements.map((element) => ({tag: element.localName, model: modelOf(element)}));
  }
}

customElements.define('markdown-playground', MarkdownPlayground);
