import './guard.js';
import {adoptStyles, LitElement, nothing, type PropertyValues} from 'lit';
import {languageOf, wordsIn, type Dictionary} from '../locale/locale.js';
import {createElement, standIns} from './page.js';
import {canRender, policyName} from './trusted-types.js';
import {version} from './version.js';

/**
 * What the elements have in common: they read the light DOM, which may arrive late, in pieces or never, and never write
 * to it; they slot by hand what they leave as it is; they speak the language around them.
 */
export class ArticleElement extends LitElement {
  declare static readonly tag: string;
  static override shadowRootOptions: ShadowRootInit = {...LitElement.shadowRootOptions, slotAssignment: 'manual'};

  /**
   * Registers the element, under another name where its own is taken. The first to take a name keeps it, and a page that
   * forbids templates keeps its light DOM; both are said on the console.
   */
  static define(name: string = this.tag): void {
    const registry = (globalThis as {customElements?: CustomElementRegistry}).customElements;
    const owner = registry?.get(name);
    if (owner) {
      if (owner !== this && !(owner.prototype instanceof this)) {
        console.info(`<${name}> is defined by another script than ${version}.`);
      }
    } else if (canRender()) {
      // A class can have one name only, so any other name gets a class of its own.
      registry?.define(name, name === this.tag ? this : class extends this {});
    } else {
      console.warn(`<${name}> needs the Trusted Types policy "${policyName}".`);
    }
  }

  /** What is read, and drawn in: the element itself, or what it stands for (see `enhance`). */
  origin: HTMLElement = this;
  /** What has the attributes of an element that stands for another: `data-kind` of that, or `kind` of a pointer to it. */
  declare pointer: Element | undefined;

  /** The language of the content; '' when the page does not say. */
  declare protected content: string;
  /** The language of our words: English where there are none in that of the content. */
  declare protected language: string;
  declare protected terms: Dictionary;

  /** The author's nodes, by the slot they are shown in. */
  protected slots: Readonly<Record<string, readonly Node[]>> = {};
  /** A node elsewhere that is read instead of the children. */
  declare protected source: Node | undefined;

  declare readonly renderRoot: ShadowRoot;

  #isRead = false;
  #observer = new MutationObserver(() => this.readAgain());

  override connectedCallback(): void {
    const connect = (): void => {
      if (!this.origin.isConnected) return;
      if (this.hasUpdated) this.#adoptStyles(this.renderRoot);
      this.#orPlain(() => super.connectedCallback());
      this.readAgain();
      this.start();
    };
    // A pointer is drawn where it points to.
    if (this.origin === this && this.hasAttribute('for') && !attributesOf(this).includes('for')) return;
    // Each is drawn in a task of its own, shadow root and all, so that a page full of them answers its reader between.
    if (this.hasUpdated) connect();
    else setTimeout(connect);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  /** Makes `moveBefore()` no removal: https://html.spec.whatwg.org/multipage/custom-elements.html#custom-element-reactions. */
  connectedMoveCallback(): void {}

  /** The `lang` of our words: none where they are in that of the content. */
  protected get ownLang(): string | typeof nothing {
    return this.language === this.content ? nothing : this.language;
  }

  /** Begins what ends in `disconnectedCallback`. */
  protected start(): void {}

  /** Reads the light DOM; called before an update when it, or the language around it, may have changed. */
  protected read(): void {}

  /** Unless another has taken its place. */
  protected override shouldUpdate(): boolean {
    return (standIns.get(this.origin) ?? this) === this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.#isRead && !changed.has('htmlFor')) return;
    this.#isRead = true;
    const {origin, pointer} = this;
    if (origin !== this) this.#copyAttributes();
    this.content = languageOf(origin);
    [this.language, this.terms] = wordsIn(this.content, () => origin.isConnected && this.readAgain());
    this.read();
    // What is removed before it is drawn would never be let go of by the document that it watches.
    if (!origin.isConnected) return;
    const words = {attributes: true, characterData: true, childList: true, subtree: true};
    this.#observer.observe(origin, words);
    this.#observer.observe(origin.ownerDocument, {attributeFilter: ['lang'], subtree: true});
    for (const source of [this.source, pointer]) if (source) this.#observer.observe(source, words);
  }

  protected override performUpdate(): void {
    this.#orPlain(() => super.performUpdate());
  }

  protected override createRenderRoot(): ShadowRoot {
    const {shadowRootOptions} = this.constructor as typeof ArticleElement;
    const root = this.origin.shadowRoot ?? this.origin.attachShadow(shadowRootOptions);
    this.#adoptStyles(root);
    this.renderOptions.renderBefore = root.firstChild;
    return root;
  }

  protected override updated(_changed: PropertyValues): void {
    const root = this.renderRoot;
    // Words would be in no slot where a script wraps `attachShadow` and knows fewer options.
    if (root.slotAssignment !== 'manual') throw new Error('attachShadow() leaves out `slotAssignment`.');
    for (const slot of root.querySelectorAll('slot')) slot.assign(...(this.slots[slot.name] as Element[]));
  }

  /** Reads the light DOM before the next update, which it asks for. */
  protected readAgain(): void {
    this.#isRead = false;
    this.requestUpdate();
  }

  /** What cannot be drawn, because of what else is on the page, shows as it was written. */
  #orPlain(draw: () => void): void {
    try {
      draw();
    } catch (error) {
      console.warn(error);
      const slot = createElement(this, 'slot');
      (this.renderRoot as ShadowRoot | undefined)?.replaceChildren(slot);
      slot.assign(...([...this.origin.childNodes] as Element[]));
    }
  }

  /** A sheet belongs to one document. A move to another, as in a frame, takes it off: there words stand without it. */
  #adoptStyles(root: ShadowRoot): void {
    const {elementStyles} = this.constructor as typeof ArticleElement;
    if (isInOurDocument(root) && !root.adoptedStyleSheets.length) adoptStyles(root, elementStyles);
  }

  #copyAttributes(): void {
    const {origin, pointer} = this;
    for (const name of attributesOf(this)) {
      const value = pointer ? pointer.getAttribute(name) : origin.getAttribute(`data-${name}`);
      if (value === null || (pointer && name === 'for')) this.removeAttribute(name);
      else this.setAttribute(name, value);
    }
  }
}

/** Whether a root is in the document of this script, whose sheets it may have. */
export const isInOurDocument = (root: ShadowRoot): boolean => root.ownerDocument === globalThis.document;

const attributesOf = (element: ArticleElement): string[] =>
  (element.constructor as typeof ArticleElement).observedAttributes;
