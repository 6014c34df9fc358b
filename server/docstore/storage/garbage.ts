// Removes the keys of dropped collections and indexes, a little per commit, also after a restart.
import type { GroupCommit } from './group-commit.ts';
import { clearGarbageMark, garbagePrefixes } from './catalog.ts';
import { after } from './keyspace.ts';
import type { Snapshot } from './view.ts';

const KEYS_PER_COMMIT = 2000;

export async function sweepGarbage(store: { commits: GroupCommit; snapshot(): Snapshot }): Promise<void> {
  const snapshot = store.snapshot();
  const found = [...garbagePrefixes(snapshot)];
  snapshot.close();
  for (const garbage of found) await removeAll(store.commits, garbage);
}

async function removeAll(commits: GroupCommit, garbage: Buffer): Promise<void> {
  for (let more = true; more;) {
    more = await commits.run((writer) => {
      const keys: Buffer[] = [];
      for (const { key } of writer.range({ from: garbage, to: after(garbage) })) {
        if (keys.length >= KEYS_PER_COMMIT) break;
        keys.push(key);
      }
      for (const key of keys) writer.remove(key);
      if (keys.length < KEYS_PER_COMMIT) clearGarbageMark(writer, garbage);
      return keys.length >= KEYS_PER_COMMIT;
    });
  }
}
