// What a recorded scenario may do: talk to the engine as a client, wait until it has settled, move its clock.
import type { ActivatedJob } from '../support/client.ts';
import type { Harness } from '../support/harness.ts';

export type Scenario = { readonly name: string; readonly run: (x: Harness) => Promise<void> };

export async function job(x: Harness, type: string): Promise<ActivatedJob> {
  const [found] = await x.client.activate(type);
  if (found === undefined) throw new Error(`Expected a job of type ${type}`);
  return found;
}

/** For calls that Zeebe refuses at this place too. */
export const refused = (error: Error): void => {
  if (!/rejected with code/u.test(error.message)) throw error;
};
