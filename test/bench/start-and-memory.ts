// Cold and second start, and what all processes weigh: empty, with the whole demo campaign behind them, and idle after it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause, startTimed, weigh, type Started, type Weight } from './process.ts';
import { atMost, print, type Line } from './table.ts';

const CALM_MS = 10_000;

export async function benchStartAndMemory(): Promise<void> {
  const starts: Line[] = [];
  const weights: Line[] = [];
  for (const seed of ['none', 'demo']) {
    process.stderr.write(`starting with SEED=${seed} …\n`);
    const dataDir = mkdtempSync(join(tmpdir(), 'bench-start-'));
    try {
      const first = await startTimed({ DATA_DIR: dataDir, SEED: seed });
      starts.push({ what: `cold start, SEED=${seed}`, figure: `${first.seconds.toFixed(1)} s${cpu(first)}` });
      if (seed === 'demo') {
        await pause(CALM_MS);
        weights.push(...told('after the demo campaign was played', weigh(first.pid)));
      }
      await first.stop();
      const second = await startTimed({ DATA_DIR: dataDir, SEED: seed });
      const line = atMost(`second start, SEED=${seed}`, second.seconds, 's', 5);
      starts.push({ ...line, figure: line.figure + cpu(second) });
      await pause(CALM_MS);
      weights.push(...told(`idle after a second start, SEED=${seed}`, weigh(second.pid)));
      await second.stop();
    } finally {
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  print('Start, to GET /readyz', starts);
  print('Memory of all processes (PSS counts shared pages once)', weights);
}

const cpu = ({ cpuSeconds }: Started): string => ` (CPU ${cpuSeconds.toFixed(1)} s)`;

function told(when: string, weights: readonly Weight[]): readonly Line[] {
  const sum = (of: (weight: Weight) => number): number => weights.reduce((total, weight) => total + of(weight), 0);
  const parts = weights.map(({ name, rss, pss }) => ({
    what: `  ${name}`,
    figure: `${pss.toFixed(0)} MB (RSS ${rss.toFixed(0)})`,
  }));
  const rss = `RSS added up ${sum((weight) => weight.rss).toFixed(0)} MB`;
  const total = atMost(
    when,
    sum(({ pss }) => pss),
    'MB',
    400,
    0,
  );
  return [{ ...total, figure: `${total.figure} (${rss})` }, ...parts];
}
