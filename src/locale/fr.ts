import type {Dictionary} from './locale.js';

export const fr = {
  series: 'Série d’articles',
  seriesNamed: (name) => `Série\u00a0: ${name}`,
  position: (position, total) => `Partie ${position} sur ${total}`,
  previous: 'Précédent',
  next: 'Suivant',
  comingOn: (date) => `à paraître le ${date.replace(/^1 /, '1er ')}`,
  partsRange: (first, last) => `Parties ${first} à ${last}`,
} satisfies Dictionary;
