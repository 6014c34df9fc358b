// Deadlines as people read them.
import { z } from 'zod';
import { text } from './problem.ts';

/** `days` is calendar days: negative overdue, 0 today. `explain` says how the date was computed. */
export const due = z.object({
  at: z.string(),
  state: z.enum(['overdue', 'today', 'soon', 'later']),
  days: z.number().int(),
  explain: text.optional(),
});
export type Due = z.infer<typeof due>;

export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.number().int(), nextCursor: z.string().nullable() });
