#!/usr/bin/env node
/** `npx article-series-elements check-feed FILE|DIR …`: what readers of a feed or page would lose. */
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {checkFile} from '../dist/check/check-file.js';

const usage = `Usage: article-series-elements check-feed FILE|DIR …

Says which words of a feed (RSS, Atom, JSON Feed) some feed readers would lose, and which markup of a page (HTML)
is taken apart, with file, line and how to mend it. Exit code 1 when something is found.`;

/** The files of a folder that are feeds or pages, or a file as it is. */
function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, {withFileTypes: true}).flatMap((entry) => {
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(join(path, entry.name));
    return /\.(atom|html?|json|rss|xhtml|xml)$/i.test(entry.name) ? [join(path, entry.name)] : [];
  });
}

const [command, ...paths] = process.argv.slice(2);
if (command !== 'check-feed' || !paths.length) {
  console.error(usage);
  process.exitCode = 2;
} else {
  try {
    const files = paths.flatMap(filesIn);
    const findings = files.flatMap((file) =>
      checkFile(readFileSync(file, 'utf8')).map(({line, message}) => `${file}:${line}: ${message}`),
    );
    for (const finding of findings) console.log(finding);
    console.log(
      findings.length
        ? `\n${findings.length} to mend in ${files.length} files.`
        : `Nothing is lost in ${files.length} files.`,
    );
    process.exitCode = findings.length ? 1 : 0;
  } catch ({code, path, message}) {
    console.error(code === 'ENOENT' ? `${path} is not there.` : message);
    process.exitCode = 2;
  }
}
