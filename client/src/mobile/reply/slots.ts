// Which photos an answer needs, which of them lie beside a state before, and which came back.
import type { EvidenceItem } from '#contracts/evidence.ts';
import type { IssueDetail } from '#contracts/issues.ts';
import type { Values } from '../store/index.ts';

export type Slot = {
  key: string;
  label: string;
  hint: string;
  phase: 'before' | 'after' | 'record';
  before: EvidenceItem | undefined;
};
/** Photos of an answer by slot, and further ones nobody asked for. */
export type Photos = { slots: Record<string, string>; more: string[] };

const isBefore = (item: EvidenceItem): boolean =>
  item.kind === 'photo' && (item.phase === 'before' || item.phase === 'onSite');

const sameThing = (a: string, b: string): boolean =>
  a === b || (a !== '' && b.includes(a)) || (b !== '' && a.includes(b));
const beforeFor = (seen: readonly EvidenceItem[], label: string, only: boolean): EvidenceItem | undefined => {
  return (
    seen.find((item) => item.label === label) ??
    seen.find((item) => sameThing(item.label, label)) ??
    (only ? seen[0] : undefined)
  );
};

/** `own`: what this answer has sent but not handed in yet; it is not a state somebody has seen before. */
export const slotsOf = (issue: IssueDetail, own: ReadonlySet<string>): Slot[] => {
  const seen = issue.evidence.filter((item) => isBefore(item) && !(item.round === 0 && own.has(item.id)));
  const afters = issue.requiredEvidence.filter((one) => one.phase === 'after').length;
  return issue.requiredEvidence.flatMap((one, index): Slot[] => {
    // The inspectors' own picture is the state before; nobody can take it later.
    if (one.phase === 'before' && seen.length > 0) return [];
    const before = one.phase === 'after' ? beforeFor(seen, one.label, afters === 1) : undefined;
    // Keys follow the list asked for, so that they stay when a slot is no longer needed.
    return [{ key: `${one.phase}-${index}`, label: one.label, hint: one.hint, phase: one.phase, before }];
  });
};

const lastRound = (issue: IssueDetail): number => Math.max(0, ...issue.rounds.map((round) => round.round));

/** What was handed in last time, laid into its slots again. */
export const handedIn = (issue: IssueDetail, slots: readonly Slot[]): Photos => {
  const round = lastRound(issue);
  const last = issue.evidence.filter((item) => item.kind === 'photo' && item.round === round);
  const left = [...last];
  const found: Record<string, string> = {};
  for (const slot of slots) {
    const at = left.findIndex((item) => item.label === slot.label);
    const item = left[at];
    if (item === undefined) continue;
    found[slot.key] = item.id;
    left.splice(at, 1);
  }
  return { slots: round === 0 ? {} : found, more: round === 0 ? [] : left.map((item) => item.id) };
};

// A parse boundary: drafts come back from the phone and from the server as plain JSON.
export const photosIn = (values: Values): Photos => {
  const slots = values['slots'];
  const more = values['more'];
  return {
    slots: typeof slots === 'object' && slots !== null ? (slots as Record<string, string>) : {},
    more: Array.isArray(more) ? more.filter((one): one is string => typeof one === 'string') : [],
  };
};
export const allPhotos = ({ slots, more }: Photos): string[] => [...Object.values(slots), ...more];
