// What a reviewer sent back, by the part of the answer it hangs on; everything else has passed and is locked.
import type { IssueDetail } from '#contracts/issues.ts';

export type ReturnedItem = NonNullable<IssueDetail['returned']>['items'][number];
export type Part = 'did' | 'cause' | 'declared' | 'signature';

const parts: Readonly<Record<string, Part>> = {
  did: 'did',
  cause: 'cause',
  otherCause: 'cause',
  declared: 'declared',
  measured: 'declared',
  signature: 'signature',
};

export type Review = {
  general: string;
  at: string;
  by: string;
  photo: (evidenceId: string | undefined, label: string) => ReturnedItem | undefined;
  part: (part: Part) => ReturnedItem | undefined;
  /** Only what came back may be changed. */
  narrow: boolean;
  count: number;
};

export const reviewOf = (issue: IssueDetail): Review | null => {
  const back = issue.returned;
  if (back === null) return null;
  const onPhoto = back.items.filter((item) => parts[item.target] === undefined);
  return {
    general: back.reason,
    at: back.at,
    by: back.by,
    photo: (evidenceId, label) =>
      onPhoto.find((item) => item.evidenceId !== undefined && item.evidenceId === evidenceId) ??
      onPhoto.find((item) => item.evidenceId === undefined && item.target === label),
    part: (part) => back.items.find((item) => parts[item.target] === part),
    narrow: back.items.length > 0,
    count: back.items.length,
  };
};
