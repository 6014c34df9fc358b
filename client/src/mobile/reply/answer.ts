// The answer to a finding while it is filled in, and as the server takes it.
import type { IssueDetail } from '#contracts/issues.ts';
import type { Signature } from '../photo/index.ts';
import type { Values } from '../store/index.ts';
import { allPhotos, handedIn, photosIn } from './slots.ts';
import type { Photos, Slot } from './slots.ts';

export type Answer = {
  photos: Photos;
  did: string;
  causes: string[];
  otherCause: string;
  declared: Record<string, number>;
  signature: Signature | null;
  objection: string;
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

// A parse boundary: drafts come back from the phone and from the server as plain JSON.
export const answerIn = (values: Values): Answer => {
  const signature = values['signature'];
  const declared = values['declared'];
  const causes = values['causes'];
  return {
    photos: photosIn(values),
    did: text(values['did']),
    causes: Array.isArray(causes) ? causes.filter((one): one is string => typeof one === 'string') : [],
    otherCause: text(values['otherCause']),
    declared: isObject(declared) ? (declared as Record<string, number>) : {},
    signature: isObject(signature) ? (signature as Signature) : null,
    objection: text(values['objection']),
  };
};

const split = (cause: string): string[] => cause.split(/[；;]/).filter((one) => one !== '');

/** A returned answer starts from what was handed in before. */
export const startingValues = (issue: IssueDetail, slots: readonly Slot[], given: Values): Values => {
  const last = issue.rounds[issue.rounds.length - 1];
  if (issue.returned === null || last === undefined) return { did: text(given['did']) };
  const known = split(last.cause).filter((one) => issue.causeChips.includes(one));
  const signed = issue.evidence.filter((item) => item.kind === 'signature').pop();
  return {
    ...handedIn(issue, slots),
    did: last.did,
    causes: known,
    otherCause: split(last.cause)
      .filter((one) => !issue.causeChips.includes(one))
      .join('；'),
    declared: Object.fromEntries(
      issue.measured.flatMap((item) => (item.declared === null ? [] : [[item.code, item.declared]])),
    ),
    ...(signed === undefined ? {} : { signature: { evidenceId: signed.id, statement: '' } }),
  };
};

export const causeOf = (answer: Answer): string =>
  [...answer.causes, answer.otherCause.trim()].filter((one) => one !== '').join('；');

export const bodyOf = (answer: Answer): Values => ({
  did: answer.did.trim(),
  cause: causeOf(answer),
  otherCause: answer.otherCause.trim(),
  percent: 100,
  photos: allPhotos(answer.photos),
  declared: Object.entries(answer.declared).map(([code, value]) => ({ code, value })),
  ...(answer.signature === null
    ? {}
    : { signature: { evidenceId: answer.signature.evidenceId, statement: answer.signature.statement } }),
  ...(answer.objection.trim() === '' ? {} : { objection: answer.objection.trim() }),
});
