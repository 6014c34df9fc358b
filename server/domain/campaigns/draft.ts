// Drafts: empty or from a template, and a template moved in time for a new year or a demonstration.
import type { CampaignDraft } from '#contracts/campaigns.ts';
import { addDays } from '../calendar/index.ts';
import type { Template } from './template.store.ts';

/** Proposed values; every county sets its own. */
export const proposedSettings: CampaignDraft['settings'] = {
  deadlineInclusive: true,
  registerDays: 3,
  signDays: 2,
  verifyDays: 10,
  maxExtensions: 2,
  outerDue: null,
  lookBackPeriod: 'P6M',
  approvalDays: 3,
  planDays: 10,
  selfCheckDays: 10,
  closingDays: 5,
  summaryDays: 10,
  returnDays: 5,
  findingDays: 15,
  relapseDays: 20,
  openMonths: 12,
  publicProgress: false,
};

export const emptyDraft = (title: string): CampaignDraft => ({
  title,
  documentNo: '',
  sources: [],
  aims: [],
  focusAreas: [],
  stages: [],
  problems: [],
  unitIds: [],
  teamIds: [],
  settings: proposedSettings,
  campaignEnd: null,
  summaryDue: null,
  checklistIds: [],
});

export const draftOf = (
  template: Template,
  title: string,
  sectionIds: ReadonlyMap<string, string>,
  places: { readonly unitIds: readonly string[]; readonly teamIds: readonly string[] },
): CampaignDraft => ({
  ...emptyDraft(title),
  documentNo: template.documentNo,
  sources: template.sources,
  aims: template.aims,
  focusAreas: template.focusAreas,
  stages: template.stages,
  problems: template.problems.map(({ section, ...problem }) => ({
    ...problem,
    sectionId: section === null ? null : (sectionIds.get(section) ?? null),
  })),
  unitIds: [...places.unitIds],
  teamIds: [...places.teamIds],
  campaignEnd: template.campaignEnd,
  summaryDue: template.summaryDue,
  checklistIds: template.checklists,
});

/** Every date of the plan moved by the same number of days; blanks stay blank. */
export const shiftDraft = (draft: CampaignDraft, days: number): CampaignDraft => {
  const moved = (day: string | null): string | null => (day === null ? null : addDays(day, days));
  return {
    ...draft,
    stages: draft.stages.map((stage) => ({
      ...stage,
      start: moved(stage.start),
      end: moved(stage.end),
      submitDue: moved(stage.submitDue),
    })),
    problems: draft.problems.map((problem) => ({ ...problem, due: moved(problem.due) })),
    campaignEnd: moved(draft.campaignEnd),
    summaryDue: moved(draft.summaryDue),
    settings: { ...draft.settings, outerDue: moved(draft.settings.outerDue) },
  };
};
