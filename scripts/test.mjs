// `npm test`: sets up, then format, lint, types and every test, browser tests last; ends with `N passed, N failed`.
// With `--with-zeebe` also on a real Zeebe, where there is a Java for it.
import { prepare } from './setup/prepare.mjs';
import { createTally } from './testing/tally.mjs';

prepare();
const tally = createTally();
tally.gate('format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']);
tally.gate('lint', ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.']);
tally.gate('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']);
tally.jest({ project: 'unit' });
tally.jest({ project: 'conformance', more: ['--runInBand'] });
tally.jest({ project: 'product', more: ['--runInBand'] });
tally.jest({ project: 'browser', more: ['--runInBand'] });
if (process.argv.includes('--with-zeebe')) {
  // only now: the Zeebe tools need the installed packages
  const { findJava, MINIMUM_JAVA } = await import('./zeebe/index.mjs');
  if (findJava() === undefined)
    process.stdout.write(
      `未找到 Java ${MINIMUM_JAVA} 或更高版本，跳过真实 Zeebe 上的测试。/ No Java ${MINIMUM_JAVA} or later was found: the tests on a real Zeebe are left out.\n`,
    );
  else await (await import('./testing/zeebe-suite.mjs')).runZeebeSuite(tally);
}
tally.end();
