/**
 * Every word this library shows or speaks. Numbers and dates come formatted for the language.
 * English is the source: a sentence another language lacks is shown in English.
 */
export const en = {
  /** Names a series whose name is not known. */
  series: 'Article series',
  seriesNamed: (name: string): string => `Series: ${name}`,
  position: (position: string, total: string): string => `Part ${position} of ${total}`,
  previous: 'Previous',
  next: 'Next',
  comingOn: (date: string): string => `coming on ${date}`,
  partsRange: (first: string, last: string): string => `Parts ${first} to ${last}`,
  keynote: 'Keynote',
  panel: 'Panel',
  interview: 'Interview',
  lightning: 'Lightning talk',
  workshop: 'Workshop',
  sponsored: 'Sponsored talk',
  /** Names the list of people. */
  speakers: 'Speakers',
  /** Names the list of links. */
  resources: 'Resources',
  /** Opens the folded body of a talk. */
  account: 'What was said',
  adopt: 'Adopt',
  trial: 'Try',
  assess: 'Assess',
  hold: 'Hold',
  /** A link whose words do not say what it leads to. */
  labelled: (label: string, words: string): string => `${label}: ${words}`,
  slides: 'Slides',
  video: 'Video',
  code: 'Code',
  paper: 'Paper',
  /** What an organisation did: it sponsored the event, paid the author, gave the author something. */
  event: 'Event sponsorship',
  paid: 'Paid partnership',
  gift: 'Gift to the author',
  addToList: 'Add to a list',
  savedIn: (count: string): string => (count === '1' ? 'Saved in 1 list' : `Saved in ${count} lists`),
  /** What authors write, as alternatives of a regular expression: labels, verdicts, and the words of links. */
  reads: {
    verdict: 'verdict',
    topics: 'topics?',
    level: 'level',
    format: 'format',
    language: 'language',
    moderator: 'moderator|host',
    when: 'when',
    adopt: 'adopt',
    trial: 'try|trial',
    assess: 'assess|explore',
    hold: 'hold|avoid|wait',
    slides: 'slides?|deck',
    video: 'video|recording|replay',
    code: 'code|repo|source',
    paper: 'paper',
  },
};
