import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../../src/series-navigator/define.js';

export default {title: 'Recipes/Languages'} satisfies Meta;

/** A language, its name, and a series in it: what comes before the list, and three titles. */
const languages: readonly [lang: string, name: string, intro: string, titles: readonly [string, string, string]][] = [
  ['ar', 'العربية', 'هذه المقالة جزء من سلسلة:', ['الثلاثاء: قبل الافتتاح', 'الأربعاء: الافتتاح', 'الخميس: الختام']],
  [
    'de',
    'Deutsch',
    'Dieser Artikel gehört zu einer Serie:',
    ['Dienstag: davor', 'Mittwoch: der Auftakt', 'Donnerstag: das Ende'],
  ],
  [
    'en',
    'English',
    'This article is part of a series:',
    ['Tuesday: the day before', 'Wednesday: the opening', 'Thursday: the end'],
  ],
  [
    'es',
    'Español',
    'Este artículo forma parte de una serie:',
    ['Martes: la víspera', 'Miércoles: la apertura', 'Jueves: el final'],
  ],
  [
    'fr',
    'Français',
    'Cet article fait partie d’une série :',
    ['Mardi : la veille', 'Mercredi : l’ouverture', 'Jeudi : la fin'],
  ],
  [
    'it',
    'Italiano',
    'Questo articolo fa parte di una serie:',
    ['Martedì: la vigilia', 'Mercoledì: l’apertura', 'Giovedì: la fine'],
  ],
  ['ja', '日本語', 'この記事は連載の一部です。', ['火曜日：前日', '水曜日：開幕', '木曜日：閉幕']],
  [
    'nl',
    'Nederlands',
    'Dit artikel hoort bij een reeks:',
    ['Dinsdag: de dag ervoor', 'Woensdag: de opening', 'Donderdag: het einde'],
  ],
  ['pl', 'Polski', 'Ten artykuł należy do cyklu:', ['Wtorek: dzień wcześniej', 'Środa: otwarcie', 'Czwartek: koniec']],
  [
    'pt',
    'Português',
    'Este artigo faz parte de uma série:',
    ['Terça: a véspera', 'Quarta: a abertura', 'Quinta: o fim'],
  ],
  ['zh', '中文', '本文属于一个系列：', ['周二：前一天', '周三：开幕', '周四：闭幕']],
];

/** The same series in each language: four parts, of which the second is this page and the last is announced. */
export const All: StoryObj = {
  name: 'All languages',
  render: () =>
    html`<main class="page" lang="en">
      <h1>Languages</h1>
      ${languages.map(
        ([lang, name, intro, [first, second, third]]) =>
          html`<section lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'}>
            <h2>${name}</h2>
            <series-navigator>
              <p>${intro}</p>
              <ol>
                <li><a href="https://clusters.example/${lang}/1/">${first}</a></li>
                <li aria-current="page">${second}</li>
                <li><a href="https://clusters.example/${lang}/3/">${third}</a></li>
                <li>Kubernetes (<time datetime="2034-06-06">2034</time>)</li>
              </ol>
            </series-navigator>
          </section>`,
      )}
    </main>`,
};
