// How far a visit's checklist has come, from the draft on this phone.
import { useEffect, useState } from 'react';
import type { ChecklistItem } from '#contracts/cases.ts';
import { runIn } from '../checklist/index.ts';
import type { Verdict } from '../checklist/index.ts';
import { readDraft, taskRead, useResource } from '../store/index.ts';

export type VisitProgress = { verdicts: (Verdict | undefined)[]; next: ChecklistItem | undefined; sheet: string };

export const useVisitProgress = (taskKey: string | null): VisitProgress | null => {
  const { value: detail } = useResource(taskKey === null ? null : taskRead(taskKey));
  const [progress, setProgress] = useState<VisitProgress | null>(null);
  useEffect(() => {
    const checklist = detail?.inspection?.checklist;
    if (taskKey === null || checklist == null) return setProgress(null);
    let alive = true;
    void readDraft(taskKey).then((draft) => {
      const run = runIn(draft?.values ?? detail?.draft?.values ?? {});
      const verdicts = checklist.items.map((item) => run[`|${item.id}`]?.verdict);
      const next = checklist.items.find((_, index) => verdicts[index] === undefined);
      if (alive) setProgress({ verdicts, next, sheet: checklist.title });
    });
    return () => {
      alive = false;
    };
  }, [taskKey, detail]);
  return progress;
};
