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
};
