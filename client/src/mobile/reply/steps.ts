// The steps of an answer in page order, each with what counts as done.
import type { IssueDetail } from '#contracts/issues.ts';
import type { Step } from '../guide/index.ts';
import { say } from '../words/index.ts';
import { causeOf } from './answer.ts';
import type { Answer } from './answer.ts';
import type { Part, ReturnedItem, Review } from './returned.ts';
import type { Slot } from './slots.ts';

const photoSteps = (slots: readonly Slot[], answer: Answer): Step[] =>
  slots.map((slot) => ({
    id: slot.key,
    title: slot.label,
    short: slot.label,
    verb: say('photo.take', { name: slot.label }),
    icon: 'camera',
    done: answer.photos.slots[slot.key] !== undefined,
  }));

const written = (text: string): boolean => text.trim().length >= 2;

const wordSteps = (issue: IssueDetail, answer: Answer): (Step & { id: Part })[] => {
  const steps: (Step & { id: Part })[] = [];
  const add = (id: Part, title: string, verb: string, done: boolean): void => {
    steps.push({ id, title, short: title, verb, done, icon: 'pen' });
  };
  if (issue.measured.length > 0) {
    const done = issue.measured.every((item) => answer.declared[item.code] !== undefined);
    add('declared', say('reply.declared'), say('reply.fillDeclared'), done);
  }
  add('did', say('reply.did'), say('reply.fillDid'), written(answer.did));
  add('cause', say('reply.cause'), say('reply.fillCause'), causeOf(answer) !== '');
  add('signature', say('reply.signature'), say('reply.doSign'), answer.signature !== null);
  return steps;
};

export const stepsOf = (issue: IssueDetail, slots: readonly Slot[], answer: Answer): Step[] => [
  ...photoSteps(slots, answer),
  ...wordSteps(issue, answer),
];

/** The reviewer's word on a step; `first` is the answer as it was handed in. */
export const wordOn = (step: Step, review: Review, first: Answer): ReturnedItem | undefined =>
  isPart(step.id) ? review.part(step.id) : review.photo(first.photos.slots[step.id], step.title);

const changed: Readonly<Record<Part, (now: Answer, first: Answer) => boolean>> = {
  did: (now, first) => now.did !== first.did,
  cause: (now, first) => causeOf(now) !== causeOf(first),
  declared: (now, first) => JSON.stringify(now.declared) !== JSON.stringify(first.declared),
  signature: (now, first) =>
    now.signature?.evidenceId !== first.signature?.evidenceId || now.signature?.typed !== undefined,
};
const isPart = (id: string): id is Part => Object.hasOwn(changed, id);

/** What a returned answer still asks for: what came back or was never there; an objection answers all of it. */
export const returnedSteps = (steps: readonly Step[], answer: Answer, review: Review, first: Answer): Step[] => {
  const isNew = (id: string): boolean =>
    isPart(id) ? changed[id](answer, first) : answer.photos.slots[id] !== first.photos.slots[id];
  const absent = (id: string): boolean => !isPart(id) && first.photos.slots[id] === undefined;
  return steps
    .filter((step) => wordOn(step, review, first) !== undefined || absent(step.id))
    .map((step) => ({ ...step, done: written(answer.objection) || (step.done && isNew(step.id)) }));
};
