// Number and subject of a case for those who may read it; nobody else learns more than its place on the diagram.
import { ok, type Result } from './platform/result.ts';
import type { Actor, TaskRefs } from './platform/slice.ts';
import type { Campaigns } from './domain/campaigns/index.ts';
import type { Cases } from './domain/cases/index.ts';
import type { Escalations } from './domain/escalations/index.ts';
import type { Inspections } from './domain/inspections/index.ts';
import type { Issues } from './domain/issues/index.ts';

type Words = { refNo: string; subject: string };
type Slices = {
  readonly issues: Issues;
  readonly cases: Cases;
  readonly inspections: Inspections;
  readonly escalations: Escalations;
  readonly campaigns: Campaigns;
};

const told = <T>(found: Result<T>, words: (value: T) => Words): Words | null => (found.ok ? words(found.value) : null);

/** The narrowest matter an instance is about speaks for it. */
export const caseWordsOf =
  ({ issues, cases, inspections, escalations, campaigns }: Slices) =>
  async (actor: Actor, refs: TaskRefs): Promise<Words | null> => {
    if (refs.escalationId !== undefined)
      return told(await escalations.find(actor, refs.escalationId), ({ no, fact }) => ({ refNo: no, subject: fact }));
    if (refs.inspectionId !== undefined)
      return told(await inspections.readable(actor, refs.inspectionId), ({ publicNo, secretNo, purpose }) => ({
        refNo: publicNo || secretNo,
        subject: purpose,
      }));
    if (refs.issueId !== undefined)
      return told(await issues.readable(actor, refs.issueId), ({ no, description }) => ({
        refNo: `台账 ${no}`,
        subject: description,
      }));
    if (refs.caseId !== undefined) {
      const found = await cases.readable(actor, refs.caseId);
      return found === null ? null : { refNo: '', subject: found.unitName };
    }
    if (refs.campaignId === undefined) return null;
    const campaign = await campaigns.detail(actor, refs.campaignId);
    return told(campaign === null ? { ok: false, refusal: { code: 'not_found' } } : ok(campaign), ({ title }) => ({
      refNo: '',
      subject: title,
    }));
  };
