// Everyone the table speaks of: one of each role around one unit, an anonymous caller, and people of another unit and team.
import type { County } from '../../support/scene.ts';

export const callers = {
  nobody: null,
  admin: 'admin',
  office: 'office',
  head: 'head',
  leader: 'leader1',
  member: 'inspector1a',
  section: 'business',
  unitHead: 'lijun-hospital-head',
  clerk: 'lijun-hospital-clerk',
  clinic: 'lijun-clinic-1',
  discipline: 'discipline',
  superior: 'superior',
  otherUnit: 'yanghe-hospital-head',
  otherTeam: 'leader2',
  unlisted: 'inspector1b',
} as const;
export type Caller = keyof typeof callers;
export const names = Object.keys(callers) as Caller[];

export type Input = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly form?: () => Promise<FormData>;
};
export type Answer = { readonly status: number; readonly code: string; readonly text: string };

const cookieOf = async (county: County, who: Caller): Promise<string> => {
  const username = callers[who];
  return username === null ? '' : (await county.as(username)).cookie;
};

/** Calls a route of the table as this caller; `cookie` replaces the caller's own session. */
export const send = async (
  county: County,
  who: Caller,
  route: string,
  input: Input,
  cookie?: string,
): Promise<Answer> => {
  const [method = 'GET', pattern = ''] = route.split(' ');
  const path = pattern.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(input.params?.[name] ?? 'none'));
  const search = input.query === undefined ? '' : `?${new URLSearchParams(input.query).toString()}`;
  const form = await input.form?.();
  const response = await fetch(`${county.product.url}${path}${search}`, {
    method,
    headers: {
      cookie: cookie ?? (await cookieOf(county, who)),
      ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(form === undefined ? {} : { body: form }),
    ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
  });
  const text = await response.text();
  const code = /"code":"(\w+)"/.exec(text)?.[1] ?? '';
  return { status: response.status, code: response.ok ? '' : code, text };
};
