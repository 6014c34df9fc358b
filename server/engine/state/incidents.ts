// Open incidents, found again by the element or job that stands still.
import type { IncidentValue } from '../protocol/index.ts';
import { num } from './store/key-parts.ts';
import type { Store } from './store/store.ts';
import type { Table } from './store/table.ts';

export type Incident = { readonly key: number; readonly value: IncidentValue };

export interface IncidentReader {
  get(key: number): Incident | undefined;
  ofElement(elementInstanceKey: number): Incident | undefined;
  ofJob(jobKey: number): Incident | undefined;
}

export interface IncidentWriter extends IncidentReader {
  put(incident: Incident): void;
  remove(incident: Incident): void;
}

export class Incidents implements IncidentWriter {
  readonly #incidents: Table<IncidentValue>;
  readonly #ofElement: Table<number>;
  readonly #ofJob: Table<number>;

  constructor(store: Store) {
    this.#incidents = store.table('incident');
    this.#ofElement = store.table('incidentof');
    this.#ofJob = store.table('incidentofjob');
  }

  get(key: number): Incident | undefined {
    const value = this.#incidents.get(num(key));
    return value && { key, value };
  }

  ofElement(elementInstanceKey: number): Incident | undefined {
    return this.#byKey(this.#ofElement.get(num(elementInstanceKey)));
  }

  ofJob(jobKey: number): Incident | undefined {
    return this.#byKey(this.#ofJob.get(num(jobKey)));
  }

  put({ key, value }: Incident): void {
    this.#incidents.put(num(key), value);
    if (value.jobKey > 0) this.#ofJob.put(num(value.jobKey), key);
    else this.#ofElement.put(num(value.elementInstanceKey), key);
  }

  remove({ key, value }: Incident): void {
    this.#incidents.remove(num(key));
    if (value.jobKey > 0) this.#ofJob.remove(num(value.jobKey));
    else this.#ofElement.remove(num(value.elementInstanceKey));
  }

  #byKey(key: number | undefined): Incident | undefined {
    return key === undefined ? undefined : this.get(key);
  }
}
