// Where a case went back: counted for the strip above its task.
import type { TaskDetail } from '#contracts/tasks.ts';
import type { InstanceDoc } from './instances.model.ts';

type Strip = NonNullable<TaskDetail['strip']>;

/** The entry entered last. */
export const latestOf = <T extends { readonly a: number }>(entries: readonly T[]): T | undefined =>
  entries.reduce<T | undefined>(
    (latest, entry) => (latest === undefined || entry.a >= latest.a ? entry : latest),
    undefined,
  );

/** `steps` in the order of the path. A return: a step entered again after it had been completed, seen from the step completed just before. */
export const returnsOf = (instance: Pick<InstanceDoc, 'elements'>, steps: ReadonlySet<string>): Strip['returns'] => {
  const order = [...steps];
  const found = new Map<string, { from: string; to: string; count: number; lastAt: string }>();
  // the rounds of a multi-instance step lie inside its body: one after the other is no return
  const bodies = new Set(instance.elements.filter(({ t }) => t === 'MULTI_INSTANCE_BODY').map(({ k }) => k));
  const history = instance.elements
    .filter((entry) => steps.has(entry.e) && !bodies.has(entry.f))
    .sort((left, right) => left.a - right.a);
  for (const [index, entry] of history.entries()) {
    const before = history.slice(0, index);
    if (!before.some((earlier) => earlier.e === entry.e && earlier.s !== 'active')) continue;
    const from = latestOf(
      before.filter((earlier) => earlier.l !== null && earlier.l <= entry.a && earlier.e !== entry.e),
    );
    // forward again is the way on, not another return
    if (from === undefined || order.indexOf(entry.e) >= order.indexOf(from.e)) continue;
    const key = `${from.e}>${entry.e}`;
    found.set(key, {
      from: from.e,
      to: entry.e,
      count: (found.get(key)?.count ?? 0) + 1,
      lastAt: new Date(entry.a).toISOString(),
    });
  }
  return [...found.values()];
};
