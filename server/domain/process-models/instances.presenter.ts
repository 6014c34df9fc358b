// An instance as the contract shows it: elements with states and times, flows taken, incidents; no case content.
import type { z } from 'zod';
import type { incidentRow, instanceDetail, instanceRow } from '#contracts/process-models.ts';
import type { IncidentDoc, InstanceDoc, ModelOutline } from '../instances/index.ts';

export type InstanceRow = z.infer<typeof instanceRow>;
export type InstanceDetail = z.infer<typeof instanceDetail>;
export type IncidentRow = z.infer<typeof incidentRow>;
export type Words = { readonly refNo: string; readonly subject: string };

export const noWords: Words = { refNo: '', subject: '' };

export const instanceRowOf = (instance: InstanceDoc, words: Words): InstanceRow => ({
  key: instance._id,
  processId: instance.processId,
  version: instance.version,
  state: instance.state,
  startedAt: instance.startedAt.toISOString(),
  endedAt: instance.endedAt?.toISOString() ?? null,
  refNo: words.refNo,
  subject: words.subject,
  incidents: instance.incidents,
});

export const elementsOf = (
  instance: InstanceDoc,
  outline: ModelOutline | null,
  incidents: readonly IncidentDoc[],
  now: number,
): InstanceDetail['elements'] =>
  [...new Set(instance.elements.map(({ e }) => e))].map((id) => {
    const visits = instance.elements.filter(({ e }) => e === id);
    const last = visits.reduce((latest, one) => (one.a >= latest.a ? one : latest));
    const active = visits.find(({ s }) => s === 'active');
    return {
      id,
      name: outline?.names.get(id) ?? id,
      type: last.t,
      state: incidents.some(({ elementId }) => elementId === id) ? ('incident' as const) : (active?.s ?? last.s),
      count: visits.length,
      enteredAt: new Date((active ?? last).a).toISOString(),
      leftAt: active !== undefined || last.l === null ? null : new Date(last.l).toISOString(),
      seconds: Math.round(visits.reduce((sum, { a, l }) => sum + ((l ?? now) - a), 0) / 1000),
    };
  });

export const incidentListOf = (incidents: readonly IncidentDoc[]): InstanceDetail['incidentList'] =>
  incidents.map(({ _id, elementId, type, message, at, jobKey }) => ({
    key: _id,
    elementId,
    type,
    message,
    at: at.toISOString(),
    jobKey,
  }));
