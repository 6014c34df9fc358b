// The box as the queue page shows it: one line a thing, in groups by what a person must do.
import type { Box } from '../outbox/index.ts';
import type { Submission, Upload } from '../store/index.ts';

export type Line = {
  id: string;
  kind: 'upload' | 'submission';
  title: string;
  state: 'waiting' | 'sending' | 'failed' | 'sent';
  reason: string;
  refused: boolean;
  bytes: number;
  fraction: number;
  sentAt: number;
  target: string;
};
export type Groups = { failed: Line[]; running: Line[]; sent: Line[] };

const lineOf = (one: Upload | Submission, box: Box): Line[] => {
  if (one.state === 'held') return [];
  const upload = 'fields' in one;
  return [
    {
      id: one.id,
      kind: upload ? 'upload' : 'submission',
      title: one.title,
      state: one.state,
      reason: one.reason,
      refused: one.refused,
      bytes: upload ? one.bytes : 0,
      fraction: box.progress.get(one.id) ?? 0,
      sentAt: one.sentAt,
      target: upload ? '' : one.target,
    },
  ];
};

export const groupsOf = (box: Box): Groups => {
  const lines = [...box.uploads.values(), ...box.submissions.values()].flatMap((one) => lineOf(one, box));
  const of = (...states: Line['state'][]): Line[] => lines.filter((line) => states.includes(line.state));
  return {
    failed: of('failed'),
    running: of('sending', 'waiting'),
    sent: of('sent').sort((a, b) => b.sentAt - a.sentAt),
  };
};

export const bytesLeft = ({ failed, running }: Groups): number =>
  [...failed, ...running].reduce((sum, line) => sum + line.bytes * (1 - line.fraction), 0);
