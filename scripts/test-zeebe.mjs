// `npm run test:zeebe`: conformance and campaigns on a real Zeebe, fetched, verified and started here.
import { prepare } from './setup/prepare.mjs';
import { createTally } from './testing/tally.mjs';

prepare();
// only now: the Zeebe tools need the installed packages
const { findJava, javaMissing } = await import('./zeebe/index.mjs');
if (findJava() === undefined) {
  process.stderr.write(`${javaMissing}\n`);
  process.exit(1);
}
const { runZeebeSuite } = await import('./testing/zeebe-suite.mjs');
const tally = createTally();
await runZeebeSuite(tally);
tally.end();
