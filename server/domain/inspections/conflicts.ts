// Who of the members belongs to an inspected unit.
import type { Work } from '../../platform/slice.ts';
import type { InspectionDeps } from './inspection.deps.ts';
import type { InspectionRecord } from './inspection.record.ts';
import { conflictWith } from './inspection.rules.ts';

export const conflictsOf = async (
  deps: Pick<InspectionDeps, 'users' | 'organisations'>,
  memberIds: readonly string[],
  targetUnitIds: readonly string[],
  work: Work,
): Promise<InspectionRecord['members']> => {
  const people = await deps.users.people(memberIds, work.session);
  const members = [];
  for (const id of memberIds) {
    const person = people.get(id);
    const unit = person?.orgId ? await deps.organisations.unitOf(person.orgId, work.session) : null;
    members.push({
      id,
      name: person?.name || person?.title || '',
      conflict: conflictWith(unit?.id ?? null, targetUnitIds),
    });
  }
  return members;
};
