// Every route with every role: what is answered, what is refused, what does not exist; a new route fails until the table names it.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { routes, type Route } from '../../server/contracts/http.ts';
import { signIn } from '../support/api.ts';
import { startCounty, type County } from '../support/scene.ts';
import { callers, send, type Answer, type Caller, type Input } from './role-routes/people.ts';
import { playScene, type Scene } from './role-routes/scene.ts';
import { columns, table, type Line } from './role-routes/table.ts';

let county: County;
let scene: Scene;
beforeAll(async () => {
  county = await startCounty();
  scene = await playScene(county);
}, 180_000);
afterAll(() => county?.product.stop());

const outcomes: Readonly<Record<number, string>> = { 401: '?', 403: '-', 404: '.', 409: 'r', 422: 'r' };
const outcomeOf = ({ status, text }: Answer, line: Line): string => {
  if (status !== 200) return outcomes[status] ?? String(status);
  const holds = line.holds?.(scene);
  if (holds === undefined) return '+';
  return (typeof holds === 'string' ? text.includes(holds) : holds.test(text)) ? '+' : 'o';
};
/** A body the schema refuses would answer 422 before anyone asks who is calling. */
const wellFormed = (line: Line, input: Input): boolean => {
  const { body, query } = routes[line.route] as Route;
  return (
    (body === undefined || body.safeParse(input.body).success) &&
    (query === undefined || query.safeParse(input.query ?? {}).success)
  );
};
const call = async (line: Line, who: Caller): Promise<string> => {
  const input = await line.ask(scene, who);
  expect({ route: line.route, wellFormed: wellFormed(line, input) }).toEqual({ route: line.route, wellFormed: true });
  const username = callers[who];
  const own =
    line.ownSession === true && username !== null
      ? (await signIn(county.product.url, username, county.password)).cookie
      : undefined;
  return outcomeOf(await send(county, who, line.route, input, own), line);
};

describe('the table of roles and routes', () => {
  it('names every route, and no other', () => {
    expect([...new Set(table.map(({ route }) => route))].sort()).toEqual(Object.keys(routes).sort());
  });
});

describe('every role at', () => {
  for (const line of table)
    it(`${line.route}${line.about === undefined ? '' : ` (${line.about})`}`, async () => {
      const expected = line.expected.split(/\s+/);
      // whoever is refused goes first: an act that is allowed may change what the others would have met
      const order = [...columns.keys()].sort((left, right) => rank(expected[left]) - rank(expected[right]));
      const met: string[] = [...expected];
      for (const at of order) met[at] = await call(line, columns[at] ?? 'nobody');
      const said = (letters: readonly string[]) => Object.fromEntries(columns.map((who, at) => [who, letters[at]]));
      expect(said(met)).toEqual(said(expected));
    });
});
const rank = (letter: string | undefined): number => (letter === '+' ? 1 : 0);
