// An institution's page: its standing in the campaign, indicators against thresholds, its clinics with the same thresholds.
import type { InstitutionPage } from '#contracts/cases.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor } from '../../platform/slice.ts';
import { isoShanghai } from '../calendar/index.ts';
import type { CaseDeps, InspectionReading, InspectionReadings } from './case.deps.ts';
import type { CaseDocument } from './case.model.ts';
import type { CaseStore } from './case.store.ts';
import type { CasePresenter } from './case.presenter.ts';
import type { Indicator, Item } from './checklist.store.ts';
import { countRows, isOpen, ratePercent, rowFactsOf, topRung, type RowFact } from './row-facts.ts';
import { meetsStandard } from './self-check.rules.ts';

const storyLength = 200;
type Verdict = InstitutionPage['indicators'][number]['verdict'];
type Parts = {
  readonly deps: CaseDeps;
  readonly store: CaseStore;
  readonly presenter: CasePresenter;
  readonly indicators: readonly Indicator[];
};

const verdictOf = ({ op, threshold }: Indicator, value: number | null): Verdict => {
  if (value === null) return 'noReading';
  if (op === null || threshold === null) return 'noThreshold';
  return meetsStandard(op, threshold, value) ? 'met' : 'below';
};

/** What the unit itself declared counts as a reading on the day it was signed, or handed in. */
const declaredReadings = (record: CaseDocument | null, items: readonly Item[]): InspectionReading[] =>
  record?.selfCheck == null
    ? []
    : record.selfCheck.answers.flatMap(({ itemId, siteId, count }) => {
        const code = items.find(({ id }) => id === itemId)?.indicator;
        const check = record.selfCheck;
        return code === undefined || count === null || check === null
          ? []
          : [{ orgId: siteId ?? record.unitId, code, value: count, at: check.signer?.at ?? check.submitted.at }];
      });

const latest = (readings: readonly InspectionReading[], orgId: string, code: string): readonly InspectionReading[] =>
  readings
    .filter((reading) => reading.orgId === orgId && reading.code === code)
    .sort((a, b) => b.at.getTime() - a.at.getTime());

/** Better rate first; equal rates share the order of names. */
const rankOf = (facts: readonly RowFact[], unitId: string): InstitutionPage['rank'] => {
  const units = [...new Set(facts.map((row) => row.unitId))].map((id) => ({
    id,
    rate: ratePercent(facts.filter((row) => row.unitId === id)),
  }));
  const place = units.filter(({ rate }) => rate > (units.find(({ id }) => id === unitId)?.rate ?? 0)).length + 1;
  return units.some(({ id }) => id === unitId) ? { place, of: units.length } : null;
};

export const createInstitutionPresenter = ({ deps, store, presenter, indicators }: Parts) => {
  const rowFacts = rowFactsOf(deps.issues, deps.access);
  const fitting = (type: string): Indicator[] => indicators.filter(({ appliesTo }) => appliesTo.includes(type));

  const indicatorRows = (
    type: string,
    unitId: string,
    readings: readonly InspectionReading[],
    facts: readonly RowFact[],
  ) =>
    fitting(type).map((indicator): InstitutionPage['indicators'][number] => {
      const [now, before] = latest(readings, unitId, indicator.code);
      const row = facts.find(
        (fact) => isOpen(fact) && fact.siteId === null && fact.description.startsWith(indicator.label),
      );
      return {
        code: indicator.code,
        label: indicator.label,
        op: indicator.op,
        threshold: indicator.threshold,
        value: now?.value ?? null,
        previous: before?.value ?? null,
        readAt: now === undefined ? null : isoShanghai(now.at),
        unit: indicator.unit,
        verdict: verdictOf(indicator, now?.value ?? null),
        issueNo: row?.no ?? null,
        issueId: row?.id ?? null,
      };
    });

  const siteRows = (
    sites: readonly { readonly id: string; readonly name: string }[],
    inspected: InspectionReadings,
    readings: readonly InspectionReading[],
    facts: readonly RowFact[],
  ): InstitutionPage['sites'] =>
    sites.map((site) => ({
      ...site,
      readings: fitting('clinic').map((indicator) => {
        const value = latest(readings, site.id, indicator.code)[0]?.value ?? null;
        return { code: indicator.code, value, verdict: verdictOf(indicator, value) };
      }),
      openIssues: facts
        .filter((row) => row.siteId === site.id && isOpen(row))
        .map(({ id, no, status }) => ({ id, no, status })),
      lastInspectedAt: inspected.lastInspectedAt.has(site.id)
        ? isoShanghai(inspected.lastInspectedAt.get(site.id) ?? new Date(0))
        : null,
    }));

  /** The case's own events and those of its rows, newest first; `kind` says which side of the work it is. */
  const story = async (own: InstitutionPage['life'], facts: readonly RowFact[]): Promise<InstitutionPage['life']> => {
    const numbers = new Map(facts.map(({ id, no }) => [id, no]));
    const rows = await deps.issues.lifeOf([...numbers.keys()], storyLength);
    const told = rows.map(({ issueId, ...event }) => ({
      ...event,
      title: `台账 ${numbers.get(issueId) ?? ''} ${event.title}`,
      kind: event.kind === 'escalation' ? event.kind : `issue.${event.kind}`,
    }));
    return [...own, ...told].sort((a, b) => b.at.localeCompare(a.at)).slice(0, storyLength);
  };

  return {
    page: async (actor: Actor, campaignId: string, unitId: string): Promise<Result<InstitutionPage>> => {
      const unit = await deps.organisations.byId(unitId);
      const record = await store.of(campaignId, unitId);
      if (unit === null || record === null || !deps.access.can(actor, 'read', 'Case', record))
        return refuse('not_found');
      const sheet = await presenter.sheetOf(record);
      const inspected = await deps.inspectionReadings(actor, campaignId, unitId);
      const readings = [...inspected.readings, ...declaredReadings(record, sheet?.items ?? [])];
      const all = await rowFacts(actor, { campaignId });
      const facts = all.filter((row) => row.unitId === unitId);
      const sites = await presenter.sitesOf(unitId);
      const [head] = await deps.users.inGroups([`unit-head:${unitId}`]);
      const view = await presenter.detail(record, actor);
      return ok({
        id: unitId,
        name: unit.name,
        type: unit.type,
        head: head === undefined ? '' : head.title || head.name,
        siteCount: sites.length,
        teamName: record.teamName,
        sectionName: view.sectionName,
        caseId: record._id,
        caseState: record.state,
        counts: countRows(facts),
        ratePercent: ratePercent(facts),
        rank: rankOf(all, unitId),
        topRung: topRung(facts),
        indicators: indicatorRows(unit.type, unitId, readings, facts),
        sites: siteRows(sites, inspected, readings, facts),
        siteColumns: sites.length === 0 ? [] : fitting('clinic').map(({ code, label }) => ({ code, label })),
        life: await story(view.life, facts),
      });
    },
    list: async (actor: Actor, campaignId: string) => {
      const records = await store.rows
        .find({ $and: [{ campaignId }, deps.access.readFilter(actor, 'Case')] })
        .sort({ unitName: 1 })
        .lean<CaseDocument[]>();
      const facts = await rowFacts(actor, { campaignId });
      return records.map((record) => {
        const own = facts.filter(({ unitId }) => unitId === record.unitId);
        return {
          id: record.unitId,
          name: record.unitName,
          type: record.unitType,
          ratePercent: ratePercent(own),
          overdue: countRows(own).overdue,
        };
      });
    },
  };
};
