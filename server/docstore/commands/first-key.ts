// The name of a command is the first field of its body.
import { ProtocolError } from '../wire/message.ts';

const FIRST_NAME = 5;

export function firstKey(body: Buffer): string {
  const end = body.indexOf(0, FIRST_NAME);
  if (end < 0) throw new ProtocolError('A command needs a name');
  return body.toString('utf8', FIRST_NAME, end);
}
