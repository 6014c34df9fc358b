// `npm run bench`: the figures of a closing note. Names after `--` choose: sizes, start, engines, news.
import { benchEngines } from './engines.ts';
import { benchNews } from './news.ts';
import { benchSizes } from './sizes.ts';
import { benchStartAndMemory } from './start-and-memory.ts';

const benches: Readonly<Record<string, () => Promise<void> | void>> = {
  sizes: benchSizes,
  start: benchStartAndMemory,
  engines: benchEngines,
  news: benchNews,
};
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  process.stderr.write(
    `Unknown bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}. / 没有这个测量。\n`,
  );
  process.exit(1);
}
for (const [name, bench] of Object.entries(benches)) if (wanted.length === 0 || wanted.includes(name)) await bench();
