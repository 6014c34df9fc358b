// What the public may see: published results and warnings, no personal data.
import { z } from 'zod';

export const publicUnit = z.object({
  id: z.string(),
  name: z.string(),
  town: z.string(),
  found: z.number().int(),
  fixed: z.number().int(),
  fixing: z.number().int(),
  late: z.number().int(),
  warning: z.object({ kind: z.string(), at: z.string(), reason: z.string(), lifted: z.boolean() }).nullable(),
});
export const publicList = z.object({
  campaigns: z.array(z.object({ id: z.string(), title: z.string() })),
  campaignId: z.string().nullable(),
  title: z.string(),
  publishedAt: z.string().nullable(),
  updatedAt: z.string(),
  /** Of all units of the campaign, whatever was searched. */
  towns: z.array(z.string()),
  units: z.array(publicUnit),
  total: z.number().int(),
});
export const publicReport = z.object({
  title: z.string(),
  organisation: z.string(),
  overview: z.array(
    z.object({ aspect: z.string(), found: z.number().int(), fixed: z.number().int(), fixing: z.number().int() }),
  ),
  aspects: z.array(
    z.object({
      title: z.string(),
      items: z.array(
        z.object({
          unit: z.string(),
          problem: z.string(),
          measures: z.string(),
          status: z.string(),
          verifiedAt: z.string().nullable(),
          evidenceCount: z.number().int(),
        }),
      ),
    }),
  ),
  nextSteps: z.string(),
  contact: z.string(),
  issuer: z.string(),
  publishedAt: z.string(),
});
