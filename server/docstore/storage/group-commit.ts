// The single writer: jobs of all connections run in order, share one durable commit, and are answered after it.
import { CommandError } from '../errors.ts';
import type { Environment, Tree } from './environment.ts';
import { LiveWriter } from './live-writer.ts';
import type { Locks } from './locks.ts';

/** A commit takes no more jobs after this long, so that readers are not starved. */
const BATCH_MS = 20;

export interface GroupCommit {
  run<T>(job: (writer: LiveWriter) => T): Promise<T>;
  /** Every job up to this number is committed and visible to new snapshots. */
  committed(): number;
  idle(): Promise<void>;
}

interface Job {
  work(writer: LiveWriter): void;
  resolve(): void;
  reject(error: unknown): void;
}

export function createGroupCommit(
  environment: Environment,
  locks: Locks,
  finish: (writer: LiveWriter) => void,
  onFatal: (error: unknown) => void,
): GroupCommit {
  const queue: Job[] = [];
  let running: Promise<void> | undefined;
  let sequence = 0;
  let committed = 0;
  let broken: unknown;

  async function drain(): Promise<void> {
    while (queue.length > 0 && broken === undefined) await commitBatch();
    for (const job of queue.splice(0)) job.reject(broken);
    running = undefined;
  }

  async function commitBatch(): Promise<void> {
    const done: Job[] = [];
    const own = ++sequence;
    try {
      await environment.commit((tree) => runBatch(tree, own, done));
    } catch (error) {
      broken = new CommandError('InternalError', 'The data directory cannot be written; the store has stopped');
      for (const job of done) job.reject(broken);
      onFatal(error);
      return;
    }
    committed = own;
    locks.forgetUpTo(own);
    for (const job of done) job.resolve();
  }

  function runBatch(tree: Tree, own: number, done: Job[]): void {
    const writer = new LiveWriter(tree, locks, own);
    const until = performance.now() + BATCH_MS;
    for (let job = queue.shift(); job; job = queue.shift()) {
      done.push(job);
      job.work(writer);
      if (performance.now() > until) break;
    }
    finish(writer);
  }

  function run<T>(job: (writer: LiveWriter) => T): Promise<T> {
    if (broken !== undefined) return Promise.reject(broken);
    return new Promise<T>((resolve, reject) => {
      let outcome: () => void = () => reject(new Error('Expected the job to have run before its commit'));
      queue.push({
        work: (writer) => {
          try {
            const value = job(writer);
            outcome = () => resolve(value);
          } catch (error) {
            outcome = () => reject(error);
          }
        },
        resolve: () => outcome(),
        reject,
      });
      running ??= drain();
    });
  }

  return { run, committed: () => committed, idle: async () => running };
}
