// Who may see and do a task: the groups the model named, the person it was given to, and those whose matter it is.
import type { Actor } from '../../platform/slice.ts';
import type { TaskDoc } from './task.model.ts';

export const mineFilter = (actor: Actor) => ({ state: 'open', assigneeId: actor.userId });
export const claimableFilter = (actor: Actor) => ({
  state: 'open',
  assigneeId: null,
  groups: { $in: [...actor.groups] },
});
/** Open with someone else, in a matter this person has acted in. */
export const waitingFilter = (actor: Actor) => ({
  state: 'open',
  involved: actor.userId,
  assigneeId: { $ne: actor.userId },
});

export const inGroups = (task: Pick<TaskDoc, 'groups'>, actor: Actor): boolean =>
  task.groups.some((group) => actor.groups.includes(group));
export const maySee = (task: TaskDoc, actor: Actor): boolean =>
  task.assigneeId === actor.userId || inGroups(task, actor) || task.completedById === actor.userId;
/** Knows that it waits and with whom, no more. */
export const mayWatch = (task: TaskDoc, actor: Actor): boolean => !task.secret && task.involved.includes(actor.userId);
export const mayDo = (task: TaskDoc, actor: Actor): boolean =>
  task.assigneeId === actor.userId || (task.assigneeId === null && inGroups(task, actor));

const heads = ['teamLeader', 'unitHead', 'groupHead', 'office'];
/** The holder may pass a task on; whoever leads one of its groups may hand it out. */
export const mayHandOut = (task: TaskDoc, actor: Actor): boolean =>
  task.assigneeId === actor.userId ||
  (inGroups(task, actor) &&
    (task.assigneeId === null || actor.memberships.some((member) => heads.includes(member.role))));
