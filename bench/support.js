/** The median, and the range around it. */
export function summary(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return {median: sorted[Math.floor(sorted.length / 2)], min: sorted[0], max: sorted.at(-1)};
}

export const format = ({median, min, max}, digits = 2) =>
  `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;

/** A section of docs/speed.md. */
export function section(title, says, [head, ...rows]) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = line(head.map((_, column) => (column ? '---:' : '---')));
  return [`## ${title}`, says, [line(head), rule, ...rows.map(line)].join('\n')].join('\n\n');
}

/** What a target asks for, beside what was measured. */
export const against = (target, value, unit = '') =>
  `${value <= target ? 'met' : 'missed'} (at most ${target}${unit && ` ${unit}`})`;
