// What handlers get to work with, and the shapes of calls.
import type { Stream } from '../stream/index.ts';
import type { CommandType, CommandValues } from '../protocol/index.ts';
import type { Accepted } from '../commands/index.ts';
import { rejected } from './errors.ts';

/** A decoded request; proto3 fills in defaults for what the client left out. */
export type Request = Readonly<Record<string, unknown>>;
export type Response = Readonly<Record<string, unknown>>;
export type Unary = (request: Request) => Promise<Response>;

export const text = (request: Request, name: string): string => {
  const value = request[name];
  return typeof value === 'string' ? value : '';
};
export const int = (request: Request, name: string): number => Number(request[name] ?? 0);
export const list = (request: Request, name: string): readonly Request[] => {
  const value = request[name];
  return Array.isArray(value) ? (value as Request[]) : [];
};
export const texts = (request: Request, name: string): readonly string[] => {
  const value = request[name];
  return Array.isArray(value) ? value.map(String) : [];
};

/** Submits a command; a refusal becomes the call's error. */
export async function execute<T extends CommandType>(
  stream: Stream,
  type: T,
  key: number,
  value: CommandValues[T],
  awaitsResult = false,
): Promise<Accepted<T>> {
  const reply = await stream.submit(type, key, value, awaitsResult);
  if (!reply.ok) throw rejected(type, reply);
  return reply;
}
