// What someone must not see, and whether the record of everything is whole.
import type { RouteKey } from '../../../server/contracts/http.ts';
import { ApiProblem } from '../../support/api.ts';
import type { Year } from './year.ts';

/** The status the person gets for a route: 200 where it is shown. */
export const answerTo = async (
  year: Year,
  username: string,
  key: RouteKey,
  input: { params?: Record<string, string>; query?: object } = {},
): Promise<number> => {
  const person = await year.as(username);
  try {
    await person.call(key, input as never);
    return 200;
  } catch (error) {
    if (error instanceof ApiProblem) return error.status;
    throw error;
  }
};

/** What the audit trail says was done to one thing. */
export const actionsOn = async (year: Year, objectId: string): Promise<string[]> => {
  const { items } = await (await year.as('head')).call('GET /api/audit', { query: { objectId, limit: 100 } });
  return items.map(({ action }) => action);
};
