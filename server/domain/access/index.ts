// Door of the one ability layer: it makes the filter of every read and judges every act.
import { AbilityBuilder, createMongoAbility, subject as tagged, type MongoAbility } from '@casl/ability';
import { accessibleBy } from '@casl/mongoose';
import type { Clock } from '../../platform/clock.ts';
import { systemActor, type Actor } from '../../platform/slice.ts';
import { never, placesOf, table, type Line } from './rules.ts';
import type { Action, SubjectName } from './subjects.ts';

export { administrativeObjects, placesOf } from './rules.ts';
export { subjects } from './subjects.ts';
export type { Action, SubjectName } from './subjects.ts';

type Ability = MongoAbility<[Action, SubjectName | object]>;
export type Filter = Record<string, unknown>;
export type Access = {
  /** The query filter of everything this person may read; put it into `$and` with the question asked. */
  readFilter(actor: Actor, subject: SubjectName): Filter;
  can(actor: Actor, action: Action, subject: SubjectName, document?: object): boolean;
};

const nothing: Filter = { _id: { $in: [] } };
const isSystem = (actor: Actor): boolean => actor.userId === systemActor.userId;

const abilityOf = (actor: Actor, now: Date): Ability => {
  const { can, cannot, build } = new AbilityBuilder<Ability>(createMongoAbility);
  const apply = (grant: typeof can | typeof cannot, [actions, subject, limit]: Line): void => {
    if (limit === undefined) grant([...actions], subject);
    else grant([...actions], subject, limit(actor, now));
  };
  for (const { role } of actor.memberships) for (const line of table[role]) apply(can, line);
  // without a place of one's own these conditions match nothing; leaving them out keeps the filters short
  if (placesOf(actor).length > 0) for (const line of never) apply(cannot, line);
  return build();
};

export const createAccess = (clock: Clock): Access => ({
  readFilter: (actor, subject) => {
    if (isSystem(actor)) return {};
    const ability = abilityOf(actor, new Date(clock.now()));
    return ability.can('read', subject) ? accessibleBy(ability, 'read').ofType(subject) : nothing;
  },
  can: (actor, action, subject, document) => {
    if (isSystem(actor)) return true;
    const ability = abilityOf(actor, new Date(clock.now()));
    if (document === undefined) return ability.can(action, subject);
    // a copy: tagging must not leak into what is presented
    return ability.can(action, tagged(subject, { ...document }));
  },
});
