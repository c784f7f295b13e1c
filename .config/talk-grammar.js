/** Writes `docs/talk-grammar.md` from the fixtures of the tests. */
import {writeFileSync} from 'node:fs';
import {page} from '../test/support/talk-fixtures.js';

writeFileSync('docs/talk-grammar.md', page);
