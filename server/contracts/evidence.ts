// Photos, signatures and documents: what proves a fix.
import { z } from 'zod';

export const evidenceKinds = ['photo', 'document', 'signature'] as const;
export const evidencePhases = ['before', 'after', 'onSite', 'record'] as const;

/** Points of a mark are fractions of width and height, so that they survive every size. */
export const photoMark = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  reason: z.string(),
});

export const evidenceItem = z.object({
  id: z.string(),
  no: z.string(),
  kind: z.enum(evidenceKinds),
  phase: z.enum(evidencePhases),
  /** What it shows, e.g. 药柜照片; one of the required kinds of the row or free. */
  label: z.string(),
  round: z.number().int(),
  villageId: z.string().optional(),
  villageName: z.string().optional(),
  orgId: z.string(),
  issueId: z.string().optional(),
  takenAt: z.string(),
  takenBy: z.string(),
  byUnit: z.string(),
  bytes: z.number().int(),
  width: z.number().int().optional(),
  height: z.number().int().optional(),
  sha256: z.string(),
  mime: z.string(),
  thumbUrl: z.string(),
  url: z.string(),
  /** Same or very similar picture handed in before: the likely sign of false evidence. */
  similarTo: z.object({ id: z.string(), no: z.string(), percent: z.number(), takenAt: z.string() }).optional(),
  mark: photoMark.optional(),
});
export type EvidenceItem = z.infer<typeof evidenceItem>;

/** Multipart fields beside the part `file`; `clientId` makes a repeated upload the same evidence. */
export const evidenceUpload = z.object({
  clientId: z.string().min(8).max(64),
  kind: z.enum(evidenceKinds),
  phase: z.enum(evidencePhases),
  label: z.string().max(60),
  issueId: z.string().optional(),
  caseId: z.string().optional(),
  inspectionId: z.string().optional(),
  villageId: z.string().optional(),
  taskKey: z.string().optional(),
  takenAt: z.string().optional(),
  latitude: z.coerce.number().optional(),
  longitude: z.coerce.number().optional(),
  sha256: z.string().optional(),
});
