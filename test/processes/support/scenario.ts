// One case under test: who is asked, what is answered, where it ends.
import { expect } from '@jest/globals';
import type { TestClient } from '../../server/engine/support/client.ts';
import type { OpenJob, View } from './record-view.ts';

type Ground = {
  readonly client: TestClient;
  readonly view: () => View;
  readonly settle: () => Promise<void>;
  readonly until: <T>(what: () => T | undefined, explain: () => string) => Promise<T>;
};
export type Scenario = ReturnType<typeof scenario>;

const userTask = 'io.camunda.zeebe:userTask';
/** User tasks by their id, service and send tasks by their job type. */
const nameOf = ({ type, elementId }: OpenJob): string => (type === userTask ? elementId : type);

export const scenario = ({ client, view, settle, until }: Ground) => {
  const state = (): string => {
    const { jobs, incidents, completed } = view();
    const open = jobs.map(nameOf).join(', ');
    return `open: [${open}] incidents: [${incidents.join('; ')}] last: ${completed.slice(-4).join(', ')}`;
  };
  const job = (name: string): Promise<OpenJob> =>
    until(
      () => view().jobs.find((each) => nameOf(each) === name),
      () => `no ${name}; ${state()}`,
    );
  const completed = (elementId: string, times = 1): Promise<number> =>
    until(
      () => {
        const seen = view().completed.filter((each) => each === elementId).length;
        return seen >= times ? seen : undefined;
      },
      () => `${elementId} was not completed ${times} times; ${state()}`,
    );
  return {
    /** Answers a user task or does a job. */
    done: async (name: string, variables: Record<string, unknown> = {}): Promise<OpenJob> => {
      const found = await job(name);
      await client.complete(found.key, variables);
      await until(
        () => (view().jobs.some(({ key }) => key === found.key) ? undefined : true),
        () => `${name} stays open; ${state()}`,
      );
      return found;
    },
    fail: async (name: string, errorCode: string): Promise<void> => {
      await client.call('ThrowError', { jobKey: (await job(name)).key, errorCode, errorMessage: errorCode });
    },
    job,
    /** Who may take a task, until when, with which form. */
    task: async (name: string) => {
      const { headers } = await job(name);
      return {
        groups: JSON.parse(headers['io.camunda.zeebe:candidateGroups'] ?? '[]') as string[],
        due: headers['io.camunda.zeebe:dueDate'] ?? '',
        form: headers['io.camunda.zeebe:formKey'] ?? '',
      };
    },
    /** Exactly these are open, and nothing stands in the way. */
    open: async (...names: string[]): Promise<void> => {
      const want = [...names].sort();
      const openNow = (): string[] => view().jobs.map(nameOf).sort();
      await until(
        () => (JSON.stringify(openNow()) === JSON.stringify(want) ? true : undefined),
        () => `expected [${want.join(', ')}] but ${state()}`,
      );
      await settle();
      expect(openNow()).toEqual(want);
      expect(view().incidents).toEqual([]);
    },
    completed,
    /** The process ended here, with nothing left open. */
    ended: async (processId: string, endEvent: string): Promise<void> => {
      await completed(endEvent);
      await completed(processId);
      expect(view().jobs).toEqual([]);
      expect(view().incidents).toEqual([]);
    },
    never: async (elementId: string): Promise<void> => {
      await settle();
      expect(view().completed).not.toContain(elementId);
    },
    variable: async (name: string): Promise<unknown> => {
      await settle();
      return view().variable(name);
    },
    times: (elementId: string): number => view().completed.filter((each) => each === elementId).length,
  };
};
