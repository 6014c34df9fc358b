// Who stood for a row's last hand-in: the one who submitted it and the head who signed it.
import type { IssueRecord } from '../issues/index.ts';
import type { TracedPerson } from './backtrack.record.ts';

export const signersOfRow = (issue: Pick<IssueRecord, 'rounds' | 'no'>): Omit<TracedPerson, 'finding'>[] => {
  const round = issue.rounds.at(-1);
  if (round === undefined) return [];
  const statement = `台账 ${issue.no} 第 ${round.round} 次：${round.did}`;
  return [
    { userId: round.by.id, name: round.by.name, duty: 'checked', at: round.submittedAt.toISOString(), statement },
    ...(round.signedBy === null || round.signedAt === null
      ? []
      : [
          {
            userId: round.signedBy.id,
            name: round.signedBy.name,
            duty: 'signed' as const,
            at: round.signedAt.toISOString(),
            statement,
          },
        ]),
  ];
};
