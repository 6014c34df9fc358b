// socket.io: names and payloads; payloads carry ids only, readers fetch what they may see.
import { z } from 'zod';

export const changeTopics = [
  'task',
  'issue',
  'case',
  'campaign',
  'inspection',
  'escalation',
  'model',
  'notification',
] as const;
/** `fresh` tells a new task from a changed one, for the "n 条新任务" pill. */
export const change = z.object({
  topic: z.enum(changeTopics),
  id: z.string(),
  what: z.enum(['created', 'changed', 'ended']),
});
export type Change = z.infer<typeof change>;
export type ServerEvents = { change: (change: Change) => void; signedOut: () => void };
