import {ListsError} from './lists-error.js';

/**
 * Comma-separated values after RFC 4180. A cell that a spreadsheet would run as a formula gets an apostrophe before it,
 * as does one that already has it, so that `parseCsv` gives back what was written.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(toCell).join()}\r\n`).join('');
}

function toCell(text: string): string {
  const cell = /^'*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  // Only where it must be: PHP's reader takes a backslash before the closing quote for an escape.
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * The rows of a CSV file one by one, without the blank ones. Quotes inside an unquoted cell are text.
 *
 * @throws ListsError `cut-off`, after the last whole row
 */
export function* parseCsv(text: string): Generator<readonly string[]> {
  const source = `${text}\n`;
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at]!;
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (source[at + 1] !== '"') isQuoted = false;
      else cell += source[(at += 1)]!;
    } else if (char === '"' && !cell) isQuoted = true;
    else if (!/[,\r\n]/.test(char)) cell += char;
    else if (char === ',' || cell || row.length > 0) {
      row.push(cell.replace(/^'(?='*[=+\-@\t\r\n])/, ''));
      cell = '';
      if (char !== ',') {
        yield row;
        row = [];
      }
    }
  }
  if (isQuoted) throw new ListsError('cut-off');
}
