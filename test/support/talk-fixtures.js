/**
 * What people write, as Markdown, and what is read from it: one line a thing, in order. `docs/talk-grammar.md` is made
 * from these, and `test/talk.test.ts` holds that they are true.
 */
export const fixtures = [
  // People
  {
    name: 'name, role, organisation',
    write: '### Wasm\n\n- Ralph Squillace, Principal Product Manager, Microsoft',
    read: ['heading Wasm', 'person Ralph Squillace | Principal Product Manager | Microsoft'],
  },
  {
    name: 'name, organisation',
    write: '### A\n\n- Jinhong Brejnholt, Saxo Bank',
    read: ['heading A', 'person Jinhong Brejnholt |  | Saxo Bank'],
  },
  {
    name: 'name - organisation',
    write: '### A\n\n- Timothée Lacroix - Mistral',
    read: ['heading A', 'person Timothée Lacroix |  | Mistral'],
  },
  {
    name: 'name — role, organisation',
    write: '### A\n\n- Kai Walter — Distinguished Architect, ZEISS',
    read: ['heading A', 'person Kai Walter | Distinguished Architect | ZEISS'],
  },
  {
    name: 'two people of one organisation',
    write: '### A\n\n- Asser Tantawi & Chen Wang, IBM',
    read: ['heading A', 'person Asser Tantawi |  | IBM', 'person Chen Wang |  | IBM'],
  },
  {
    name: 'two people and no more',
    write: '### A\n\n- Asser Tantawi & Chen Wang',
    read: ['heading A', 'person Asser Tantawi |  | ', 'person Chen Wang |  | '],
  },
  {
    name: 'two people, "et"',
    lang: 'fr',
    write: '### A\n\n- Abby Bangser et Whitney Lee',
    read: ['heading A', 'person Abby Bangser |  | ', 'person Whitney Lee |  | '],
  },
  {
    name: 'name and role',
    write: '### A\n\n- Chris Aniszczyk, CTO',
    read: ['heading A', 'person Chris Aniszczyk | CTO | '],
  },
  {
    name: 'role at organisation',
    write: '### A\n\n- Jane Doe, Staff Engineer at Acme',
    read: ['heading A', 'person Jane Doe | Staff Engineer | Acme'],
  },
  {
    name: 'role chez organisation',
    lang: 'fr',
    write: '### A\n\n- Jeanne Martin, ingénieure chez Acme',
    read: ['heading A', 'person Jeanne Martin | ingénieure | Acme'],
  },
  {
    name: 'organisation in brackets',
    write: '### A\n\n- Jim Bugwadia (Nirmata)',
    read: ['heading A', 'person Jim Bugwadia |  | Nirmata'],
  },
  {
    name: 'brackets inside an organisation',
    write: '### A\n\n- Jim Bugwadia, Nirmata (Kyverno)',
    read: ['heading A', 'person Jim Bugwadia |  | Nirmata (Kyverno)'],
  },
  {
    name: 'a comma inside an organisation',
    write: '### A\n\n- Jane Doe, Director, Acme, Inc.',
    read: ['heading A', 'person Jane Doe | Director | Acme, Inc.'],
  },
  {
    name: 'a dash inside a name and an organisation',
    write: '### A\n\n- Jean-Pierre Dupont, Coca-Cola',
    read: ['heading A', 'person Jean-Pierre Dupont |  | Coca-Cola'],
  },
  {
    name: 'particles and apostrophes in names',
    write: '### A\n\n- Ludwig van Beethoven, Wien\n- Miles O’Brien, Starfleet\n- Mads Høgstedt Danquah, The LEGO Group',
    read: [
      'heading A',
      'person Ludwig van Beethoven |  | Wien',
      'person Miles O’Brien |  | Starfleet',
      'person Mads Høgstedt Danquah |  | The LEGO Group',
    ],
  },
  {name: 'one name with an organisation', write: '### A\n\n- Zed, Acme', read: ['heading A', 'person Zed |  | Acme']},
  {
    name: 'a name in another script',
    write: '### A\n\n- 山田太郎, 東京大学',
    read: ['heading A', 'person 山田太郎 |  | 東京大学'],
  },
  {
    name: 'a bold name',
    write: '### A\n\n- **Matei David**, Buoyant',
    read: ['heading A', 'person Matei David |  | Buoyant'],
  },
  {
    name: 'a bold name in a paragraph',
    write: '### A\n\n**Bryan Oliver**, Principal, Thoughtworks',
    read: ['heading A', 'person Bryan Oliver | Principal | Thoughtworks'],
  },
  {
    name: 'a name that is a link',
    write: '### A\n\n- [Tyler Gillson](https://tyler.example/), Spectro Cloud',
    read: ['heading A', 'person Tyler Gillson |  | Spectro Cloud | https://tyler.example/'],
  },
  {
    name: 'a portrait with an empty alt',
    write: '### A\n\n- ![](/tyler.jpg) Tyler Gillson, Spectro Cloud',
    read: ['heading A', 'person Tyler Gillson |  | Spectro Cloud'],
  },
  {
    name: 'a moderator',
    write: '### A\n\n- Kai Walter, ZEISS\n- Jane Doe, Acme (moderator)',
    read: ['heading A', 'person Kai Walter |  | ZEISS', 'person Jane Doe |  | Acme (moderator)'],
  },
  {
    name: 'a moderator, in French',
    lang: 'fr',
    write: '### A\n\n- Jeanne Martin (modératrice), Acme',
    read: ['heading A', 'person Jeanne Martin |  | Acme (modératrice)'],
  },
  {
    name: 'a moderator, in English on a French page',
    lang: 'fr',
    write: '### A\n\n- Jane Doe, Acme (moderator)',
    read: ['heading A', 'person Jane Doe |  | Acme (moderator)'],
  },
  {
    name: 'a moderator on a line of their own',
    write: '### A\n\n**Moderator:** Alex Williams, The New Stack',
    read: ['heading A', 'person Alex Williams |  | The New Stack (Moderator)'],
  },
  {
    name: 'people after "with:"',
    lang: 'fr',
    write: '### A\n\nLe talk suivant était un panel avec :\n\n* Ralph Squillace, Microsoft\n* Kai Walter, ZEISS',
    read: [
      'heading A',
      'body Le talk suivant était un panel avec :',
      'person Ralph Squillace |  | Microsoft',
      'person Kai Walter |  | ZEISS',
    ],
  },
  {
    name: 'particles of many languages',
    write:
      '### A\n\n- Ana de la Cruz, Acme\n- Vincent van der Meer, Acme\n- Omar al Sharif, Acme\n- Ali bin Hassan, Acme\n- David ben Gurion, Acme\n- Jan ter Horst, Acme\n- Otto von Berg, Acme\n- Lucia del Rio, Acme\n- Jean le Rond, Acme\n- Taha el Amin, Acme',
    read: [
      'heading A',
      'person Ana de la Cruz |  | Acme',
      'person Vincent van der Meer |  | Acme',
      'person Omar al Sharif |  | Acme',
      'person Ali bin Hassan |  | Acme',
      'person David ben Gurion |  | Acme',
      'person Jan ter Horst |  | Acme',
      'person Otto von Berg |  | Acme',
      'person Lucia del Rio |  | Acme',
      'person Jean le Rond |  | Acme',
      'person Taha el Amin |  | Acme',
    ],
  },
  {
    name: 'no spaces beside commas and brackets',
    write: '### A\n\n- Kai Walter,ZEISS\n- Jane Doe, Acme(moderator)\n- Asser Tantawi&Chen Wang, IBM',
    read: [
      'heading A',
      'person Kai Walter |  | ZEISS',
      'person Jane Doe |  | Acme (moderator)',
      'person Asser Tantawi |  | IBM',
      'person Chen Wang |  | IBM',
    ],
  },
  {
    name: 'a name of five words',
    write: '### A\n\n- Ana Bea Cid Dea Eva, Acme',
    read: ['heading A', 'person Ana Bea Cid Dea Eva |  | Acme'],
  },
  // What looks like people and is not
  {
    name: 'a moderator in prose',
    write: '### A\n\nHosted by Alex Williams, founder of The New Stack.',
    read: ['heading A', 'body Hosted by Alex Williams, founder of The New Stack.'],
  },
  {
    name: 'a list after prose',
    write: '### A\n\nThey compared six operators.\n\n- Ada Lovelace, Acme',
    read: ['heading A', 'body They compared six operators. Ada Lovelace, Acme'],
  },
  {
    name: 'a list of things',
    write: '### A\n\n- see the platform as a product\n- remove friction',
    read: ['heading A', 'body see the platform as a product remove friction'],
  },
  {name: 'a list of single words', write: '### A\n\n- Backstage\n- Argo', read: ['heading A', 'body Backstage Argo']},
  {
    name: 'a list of which one item is no person',
    write: '### A\n\n- Kai Walter, ZEISS\n- and many more',
    read: ['heading A', 'body Kai Walter, ZEISS and many more'],
  },
  {
    name: 'a sentence in bold',
    write: '### A\n\n**Never again.** We left early.',
    read: ['heading A', 'body Never again. We left early.'],
  },
  {
    name: 'a list in a list',
    write: '### A\n\n- Kai Walter, ZEISS\n  - with a note',
    read: ['heading A', 'body Kai Walter, ZEISS with a note'],
  },
  {
    name: 'people after a list of people',
    write: '### A\n\n- Kai Walter, ZEISS\n\n<!-- -->\n\n- Ada Lovelace, Acme',
    read: ['heading A', 'person Kai Walter |  | ZEISS', 'body Ada Lovelace, Acme'],
  },
  {
    name: 'a list after words with a colon in them',
    write: '### A\n\nAt 9:00 we met.\n\n- Ada Lovelace, Acme',
    read: ['heading A', 'body At 9:00 we met. Ada Lovelace, Acme'],
  },
  {
    name: 'a name and somebody',
    write: '### A\n\n- Kai Walter & friends, ZEISS',
    read: ['heading A', 'body Kai Walter & friends, ZEISS'],
  },
  {
    name: 'a name of six words',
    write: '### A\n\n- Ana Bea Cid Dea Eva Fay, Acme',
    read: ['heading A', 'body Ana Bea Cid Dea Eva Fay, Acme'],
  },
  {
    name: 'a small word between',
    write: '### A\n\n- Conan the Barbarian, Acme',
    read: ['heading A', 'body Conan the Barbarian, Acme'],
  },
  {
    name: 'a word that begins like a particle',
    write: '### A\n\n- Max vanti Doe, Acme',
    read: ['heading A', 'body Max vanti Doe, Acme'],
  },
  {
    name: 'a word that ends like a particle',
    write: '### A\n\n- Max avan Doe, Acme',
    read: ['heading A', 'body Max avan Doe, Acme'],
  },
  {
    name: 'a capital inside a word',
    write: '### A\n\n- Max eBay Doe, Acme',
    read: ['heading A', 'body Max eBay Doe, Acme'],
  },
  {name: 'a digit in a word', write: '### A\n\n- Max Web3 Doe, Acme', read: ['heading A', 'body Max Web3 Doe, Acme']},
  {name: 'a particle at the end', write: '### A\n\n- Max van, Acme', read: ['heading A', 'body Max van, Acme']},
  {
    name: 'two links',
    write: '### A\n\n- [Kai Walter](https://kai.example/), [ZEISS](https://zeiss.example/)',
    read: ['heading A', 'site Kai Walter https://kai.example/', 'site ZEISS https://zeiss.example/'],
  },
  {
    name: 'a project that is named like a person',
    write: '### A\n\n- [Kubernetes Operators](https://github.com/acme/operators)',
    read: ['heading A', 'code Kubernetes Operators https://github.com/acme/operators'],
  },
  // Resources
  {
    name: 'slides and video',
    write: '### A\n\n[Slides](https://a.example/s) · [Video](https://youtu.be/abc)',
    read: ['heading A', 'slides Slides https://a.example/s', 'video Video https://youtu.be/abc'],
  },
  {
    name: 'one link in a list',
    lang: 'fr',
    write: '### A\n\n* [lien de la session](https://sched.example/1)',
    read: ['heading A', 'site lien de la session https://sched.example/1'],
  },
  {
    name: 'a link named by its host',
    lang: 'fr',
    write: '### A\n\nVoici les slides :\n\n* [Lien docs.google.com](https://docs.google.com/presentation/d/1)',
    read: [
      'heading A',
      'body Voici les slides :',
      'slides Lien docs.google.com https://docs.google.com/presentation/d/1',
    ],
  },
  {
    name: 'code by its host',
    write: '### A\n\n- [kcp-dev/kcp](https://github.com/kcp-dev/kcp)',
    read: ['heading A', 'code kcp-dev/kcp https://github.com/kcp-dev/kcp'],
  },
  {
    name: 'a paper by its host',
    write: '### A\n\n[Attention](https://arxiv.org/abs/1706.03762)',
    read: ['heading A', 'paper Attention https://arxiv.org/abs/1706.03762'],
  },
  {
    name: 'slides in French',
    lang: 'fr',
    write: '### A\n\n[Présentation](https://a.example/p) | [Vidéo](https://a.example/v) | [Dépôt](https://a.example/d)',
    read: [
      'heading A',
      'slides Présentation https://a.example/p',
      'video Vidéo https://a.example/v',
      'code Dépôt https://a.example/d',
    ],
  },
  {
    name: 'a video file',
    write: '### A\n\n[Watch](https://a.example/talk.mp4)',
    read: ['heading A', 'video Watch https://a.example/talk.mp4'],
  },
  {
    name: 'PeerTube',
    write: '### A\n\n[Watch](https://tube.example/w/abc123)',
    read: ['heading A', 'video Watch https://tube.example/w/abc123'],
  },
  {
    name: 'a page of a wiki',
    write: '### A\n\n[Notes](https://wiki.example/w/index.php?title=A)',
    read: ['heading A', 'site Notes https://wiki.example/w/index.php?title=A'],
  },
  {
    name: 'a link in a sentence',
    write: '### A\n\nSee [the slides](https://a.example/s) for more.',
    read: ['heading A', 'body See the slides for more.'],
  },
  {
    name: 'a link that is no web address',
    write: '### A\n\n[Slides](javascript:alert(1))',
    read: ['heading A', 'body Slides'],
  },
  {
    name: 'YouTube',
    write: '### A\n\n[Watch](https://www.youtube.com/watch?v=abc)',
    read: ['heading A', 'video Watch https://www.youtube.com/watch?v=abc'],
  },
  {
    name: 'slides on Sched',
    write: '### A\n\n[Talk](https://static.sched.com/hosted_files/kccnceu2024/a1/Talk.pdf)',
    read: ['heading A', 'slides Talk https://static.sched.com/hosted_files/kccnceu2024/a1/Talk.pdf'],
  },
  {
    name: 'pages about a video, slides and a paper',
    write:
      '### A\n\n[One](https://a.example/talk.mp4.html) · [Two](https://sched.example/a.pdf.html) · [Three](https://a.example/a.pdf/about)',
    read: [
      'heading A',
      'site One https://a.example/talk.mp4.html',
      'site Two https://sched.example/a.pdf.html',
      'site Three https://a.example/a.pdf/about',
    ],
  },
  {
    name: 'a link among those that is no web address',
    write: '### A\n\n[Slides](https://a.example/s) · [Video](javascript:alert(1))',
    read: ['heading A', 'body Slides · Video'],
  },
  {
    name: 'a link among those that has no words',
    write: '### A\n\n[Slides](https://a.example/s) · [![](/p.jpg)](https://a.example/v)',
    read: ['heading A', 'body Slides ·'],
  },
  {
    name: 'a heading that is a link',
    write: '### A\n\n#### [Slides](https://a.example/s)',
    read: ['heading A', 'body Slides'],
  },
  // Quotes
  {name: 'a quote', write: '### A\n\n> Words to live by.', read: ['heading A', 'quote Words to live by.']},
  {
    name: 'a quote with its attribution',
    write: '### A\n\n> Words to live by.\n\n— Jane Doe, Acme',
    read: ['heading A', 'quote Words to live by. — Jane Doe, Acme'],
  },
  {
    name: 'quotes one after another',
    write: '### A\n\n> One.\n\n<!-- -->\n\n> Two.',
    read: ['heading A', 'quote One.', 'quote Two.'],
  },
  {name: 'a quote in two paragraphs', write: '### A\n\n> One.\n>\n> Two.', read: ['heading A', 'quote One. Two.']},
  {name: 'a dash after prose', write: '### A\n\nProse.\n\n– a dash', read: ['heading A', 'body Prose. – a dash']},
  {
    name: 'a second line with a dash after a quote',
    write: '### A\n\n> Words.\n\n— Jane Doe\n\n— and again',
    read: ['heading A', 'quote Words. — Jane Doe', 'body — and again'],
  },
  {
    name: 'a heading with a dash after a quote',
    write: '### A\n\n> Words.\n\n#### — Break',
    read: ['heading A', 'quote Words.', 'body — Break'],
  },
  {
    name: 'words with a dash in them after a quote',
    write: '### A\n\n> Words.\n\nWell — he said so.',
    read: ['heading A', 'quote Words.', 'body Well — he said so.'],
  },
  {name: 'a dash alone after a quote', write: '### A\n\n> Words.\n\n—', read: ['heading A', 'quote Words.', 'body —']},
  // Labelled lines
  {
    name: 'a verdict',
    write: '### A\n\n**Verdict:** to try — the demo failed, the design did not.',
    read: ['heading A', 'verdict trial: to try — the demo failed, the design did not.'],
  },
  {
    name: 'a verdict in French',
    lang: 'fr',
    write: '### A\n\n**Verdict :** à adopter — sans hésiter.',
    read: ['heading A', 'verdict adopt: à adopter — sans hésiter.'],
  },
  {
    name: 'a verdict in words of one’s own',
    write: '### A\n\n**Verdict:** lovely, but not for us.',
    read: ['heading A', 'verdict : lovely, but not for us.'],
  },
  {name: 'the colon outside the bold', write: '### A\n\n**Verdict**: hold', read: ['heading A', 'verdict hold: hold']},
  {
    name: 'topics and level',
    write: '### A\n\n**Topics:** Rust, operators\n\n**Level:** advanced',
    read: ['heading A', 'topics Rust, operators', 'level advanced'],
  },
  {
    name: 'labels in English on a French page',
    lang: 'fr',
    write: '### A\n\n**Level:** débutant',
    read: ['heading A', 'level débutant'],
  },
  {
    name: 'a bold start that is no label',
    write: '### A\n\n**Note:** bring water.',
    read: ['heading A', 'body Note: bring water.'],
  },
  {name: 'a label without bold', write: '### A\n\nVerdict: to try', read: ['heading A', 'body Verdict: to try']},
  {
    name: 'format, language and time',
    write: '### A\n\n**Format:** workshop\n\n**Language:** French\n\n**When:** Tuesday, 9:00',
    read: ['heading A', 'format workshop', 'language French', 'when Tuesday, 9:00'],
  },
  {name: 'no space after the colon', write: '### A\n\n**Verdict**:hold', read: ['heading A', 'verdict hold: hold']},
  {name: 'bold words after a colon', write: '### A\n\nVerdict: **hold**', read: ['heading A', 'body Verdict: hold']},
  {
    name: 'words before a label',
    write: '### A\n\nThe **Verdict:** hold',
    read: ['heading A', 'body The Verdict: hold'],
  },
  // Headings
  {
    name: 'an emoji and a prefix',
    write: '### Keynote: 🇫🇷 Hip, Hip, Beret!',
    read: ['heading Keynote: 🇫🇷 Hip, Hip, Beret!'],
  },
  {name: 'inline code', write: '### Running `kubectl` in anger', read: ['heading Running kubectl in anger']},
  {name: 'a second heading', write: '### A\n\n#### Autonomy\n\nProse.', read: ['heading A', 'body Autonomy Prose.']},
  {name: 'words before the heading', write: 'Before lunch:\n\n### A', read: ['body Before lunch:', 'heading A']},
  {name: 'no heading', write: 'Only prose.', read: ['body Only prose.']},
  // Pictures
  {name: 'a picture with an empty alt', write: '### A\n\n![](/stage.jpg)', read: ['heading A', 'media ']},
  {
    name: 'a picture among words',
    write: '### A\n\nLook ![the stage](/stage.jpg) here.',
    read: ['heading A', 'body Look here.'],
  },
  {
    name: 'people after a picture',
    write: '### A\n\n![](/stage.jpg)\n\n- Kai Walter, ZEISS',
    read: ['heading A', 'media ', 'person Kai Walter |  | ZEISS'],
  },
  {name: 'two pictures', write: '### A\n\n![](/a.jpg) ![](/b.jpg)', read: ['heading A', 'media ']},
  {name: 'a figure', write: '### A\n\n<figure><img src="/stage.jpg" alt=""></figure>', read: ['heading A', 'media ']},
  // Ugly
  {
    name: 'a wrapper around everything',
    write: '<div>\n\n### A\n\n- Kai Walter, ZEISS\n\n</div>',
    read: ['body A Kai Walter, ZEISS'],
  },
  {
    name: 'empty paragraphs and breaks',
    write: '<p></p><br>\n\n### A\n\n<p><br></p>\n\n- Kai Walter, ZEISS',
    read: ['heading A', 'person Kai Walter |  | ZEISS'],
  },
  {name: 'nothing', write: '', read: []},
];

/** The page that shows them. */
export const page = `# What you write and what it becomes

\`<keynote-card>\` and \`<talk-summary>\` read what you write between their tags. Where they are not sure, your words stay
as they are. A person is shown here as name | role | organisation. This page is made from the tests.

| case | you write | it is read as |
| --- | --- | --- |
${fixtures
  .map(({name, write, read, lang}) => {
    const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', '⏎').replaceAll('`', '´');
    return `| ${cell(name)}${lang ? ` (${lang})` : ''} | \`${cell(write.replace(/^### A\n\n/, '')) || ' '}\` | ${read
      .filter((line) => line !== 'heading A')
      .map((line) => `\`${cell(line)}\``)
      .join('<br>')} |`;
  })
  .join('\n')}
`;
