// Who may see and do a task: the groups the model named, the person it was given to, and those whose matter it is.
import type { Actor } from '../../platform/slice.ts';
import { placesOf } from '../access/index.ts';
import type { TaskDoc } from './task.model.ts';

/** The groups a person stands for; a model may also name one person. */
export const groupsOf = (actor: Actor): string[] => [...actor.groups, `user:${actor.userId}`];
/** Those whose place a hidden matter is about learn nothing of it, whatever post they hold besides. */
export const notBarred = (actor: Actor): Record<string, unknown> => {
  const places = placesOf(actor);
  return places.length === 0 ? {} : { barred: { $nin: places } };
};
const isBarred = (task: Pick<TaskDoc, 'barred'>, actor: Actor): boolean =>
  placesOf(actor).some((place) => task.barred?.includes(place) === true);

export const mineFilter = (actor: Actor) => ({ state: 'open', assigneeId: actor.userId, ...notBarred(actor) });
export const claimableFilter = (actor: Actor) => ({
  state: 'open',
  assigneeId: null,
  groups: { $in: groupsOf(actor) },
  ...notBarred(actor),
});
/** Open with someone else, in a matter this person has acted in. */
export const waitingFilter = (actor: Actor) => ({
  state: 'open',
  involved: actor.userId,
  assigneeId: { $ne: actor.userId },
});

export const inGroups = (task: Pick<TaskDoc, 'groups'>, actor: Actor): boolean =>
  groupsOf(actor).some((group) => task.groups.includes(group));
export const maySee = (task: TaskDoc, actor: Actor): boolean =>
  !isBarred(task, actor) &&
  (task.assigneeId === actor.userId || inGroups(task, actor) || task.completedById === actor.userId);
/** Knows that it waits and with whom, no more. */
export const mayWatch = (task: TaskDoc, actor: Actor): boolean =>
  !task.secret && !isBarred(task, actor) && task.involved.includes(actor.userId);
export const mayDo = (task: TaskDoc, actor: Actor): boolean =>
  !isBarred(task, actor) && (task.assigneeId === actor.userId || (task.assigneeId === null && inGroups(task, actor)));

const heads = ['teamLeader', 'unitHead', 'groupHead', 'office'];
/** The holder may pass a task on; whoever leads one of its groups may hand it out. */
export const mayHandOut = (task: TaskDoc, actor: Actor): boolean =>
  task.assigneeId === actor.userId ||
  (inGroups(task, actor) &&
    (task.assigneeId === null || actor.memberships.some((member) => heads.includes(member.role))));
