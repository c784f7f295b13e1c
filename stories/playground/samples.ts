/** What the playground begins with: every element, in both languages. */
export interface Sample {
  readonly name: string;
  readonly lang: 'en' | 'fr';
  readonly text: string;
}

export const samples: readonly Sample[] = [
  {
    name: 'series-navigator',
    lang: 'en',
    text: `<series-navigator>

This article is part of a series of 4 posts:

1. [Tuesday: the day before](https://clusters.example/tuesday/)
2. Wednesday: AI takes the stage
3. [Thursday: pirates, Rust and bricks](https://clusters.example/thursday/)
4. [Friday: ten years and two nodes](https://clusters.example/friday/)

</series-navigator>`,
  },
  {
    name: 'series-navigator',
    lang: 'fr',
    text: `<series-navigator>

Cet article fait partie d’une série de 4 billets :

1. [Mardi : la veille](https://clusters.example/mardi/)
2. Mercredi : l’IA entre en scène
3. [Jeudi : pirates, Rust et briques](https://clusters.example/jeudi/)
4. [Vendredi : dix ans et deux nœuds](https://clusters.example/vendredi/)

</series-navigator>`,
  },
  {
    name: 'keynote-card',
    lang: 'en',
    text: `<keynote-card kind="panel">

## WebAssembly everywhere

- Kai Walter, Distinguished Architect, ZEISS
- Jane Doe, Acme (moderator)

Five Raspberry Pis on the stage, and a cluster that starts in the time of a blink.

> Boring definition: it’s another bytecode format.

</keynote-card>`,
  },
  {
    name: 'keynote-card',
    lang: 'fr',
    text: `<keynote-card kind="interview">

## Dix ans de conteneurs

- Solomon Hykes, Dagger

Un détour de dix ans, raconté avec le sourire.

**Verdict :** à adopter — l’histoire, au moins.

</keynote-card>`,
  },
  {
    name: 'talk-summary',
    lang: 'en',
    text: `<talk-summary>

### Three’s a Crowd: 2-node HA at the edge

- Tyler Gillson, Spectro Cloud
- Pedro Oliveira, Spectro Cloud

Two nodes, one of them down, and an etcd that wants a third.

**Verdict:** to try — the demo failed, the design did not.

[Slides](https://clusters.example/slides.pdf) · [Code](https://github.com/kube-rs/kube)

</talk-summary>`,
  },
  {
    name: 'talk-summary',
    lang: 'fr',
    text: `<talk-summary>

### Des contrôleurs en Rust

- Matei David, ingénieur, Buoyant

Pourquoi quitter Go : des mutex emmêlés, et une mémoire mieux gardée.

**Verdict :** à évaluer — pour le prochain contrôleur.

[Diapositives](https://clusters.example/diapositives.pdf) · [Code](https://github.com/kube-rs/kube)

</talk-summary>`,
  },
  {
    name: 'sponsor-list',
    lang: 'en',
    text: `<sponsor-list relation="event">

### Gold

- [![](orgs/quai-sept.svg) Quai Sept](https://orgs.example/) — the rooms
- [Café du Port](https://orgs.example/) — four days of coffee

### Friends

- Mât Libre

</sponsor-list>`,
  },
  {
    name: 'sponsor-list',
    lang: 'fr',
    text: `<sponsor-list relation="event">

### Or

- [![](orgs/quai-sept.svg) Quai Sept](https://orgs.example/) — les salles
- [Café du Port](https://orgs.example/) — quatre jours de café

### Amis

- Mât Libre

</sponsor-list>`,
  },
  {
    name: 'list-save-button',
    lang: 'en',
    text: `<list-save-button url="https://clusters.example/tuesday/" article-title="Tuesday: the day before">

[Save for later](https://clusters.example/my-lists/?add=https://clusters.example/tuesday/)

</list-save-button>`,
  },
  {
    name: 'list-save-button',
    lang: 'fr',
    text: `<list-save-button url="https://clusters.example/mardi/" article-title="Mardi : la veille">

[Garder pour plus tard](https://clusters.example/mes-listes/?add=https://clusters.example/mardi/)

</list-save-button>`,
  },
  {
    name: 'saved-lists',
    lang: 'en',
    text: `<saved-lists>

Your lists need JavaScript.

</saved-lists>`,
  },
  {
    name: 'saved-lists',
    lang: 'fr',
    text: `<saved-lists>

Vos listes demandent JavaScript.

</saved-lists>`,
  },
];
