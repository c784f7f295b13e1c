/** The median, and the range around it. */
export function summary(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return {median: sorted[Math.floor(sorted.length / 2)], min: sorted[0], max: sorted.at(-1)};
}

export const format = ({median, min, max}, digits = 2) =>
  `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;

export function table(title, rows) {
  console.log(title);
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  for (const row of rows) console.log('  ' + row.map((cell, column) => String(cell).padEnd(widths[column])).join('  '));
}
