// What also has to hold on a real Zeebe: the conformance suite, and whole campaigns of the product in the browser.
import { join } from 'node:path';
import { root } from '../setup/prepare.mjs';
import { ensureDistribution, ZEEBE_VERSION } from '../zeebe/index.mjs';

const campaigns = ['test/browser/first-thread.test.ts', 'test/browser/yongning.test.ts'];

export async function runZeebeSuite(tally) {
  try {
    await ensureDistribution({
      cacheDir: join(root, '.cache', 'zeebe'),
      log: (text) => void process.stderr.write(`${text}\n`),
    });
  } catch (error) {
    process.stderr.write(
      `拿不到 Zeebe ${ZEEBE_VERSION} 发行包：请检查到 Maven Central 的网络，或用 MAVEN_REPOSITORY_URL 指向镜像。\nZeebe ${ZEEBE_VERSION} could not be fetched: check the network to Maven Central or set MAVEN_REPOSITORY_URL. ${error.message}\n`,
    );
    tally.fail();
    return;
  }
  tally.jest({
    project: 'conformance',
    name: `conformance on Zeebe ${ZEEBE_VERSION}`,
    more: ['--runInBand'],
    env: { CONFORMANCE_TARGET: 'zeebe' },
  });
  tally.jest({
    project: 'browser',
    name: `campaigns on Zeebe ${ZEEBE_VERSION}`,
    files: campaigns,
    more: ['--runInBand'],
    env: { TEST_ZEEBE: '1' },
  });
}
