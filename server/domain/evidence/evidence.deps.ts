// What the evidence slice is handed: ground, access, and where an upload belongs.
import type { Connection } from 'mongoose';
import type { Clock } from '../../platform/clock.ts';
import type { IdSource } from '../../platform/ids.ts';
import type { Result } from '../../platform/result.ts';
import type { Actor, Transact } from '../../platform/slice.ts';
import type { Access } from '../access/index.ts';
import type { Organisations } from '../organisations/index.ts';
import type { BlobStore } from './blob-store.ts';

/** Where an upload belongs; `placeName` is the village, clinic or unit its number counts in. */
export type EvidenceScope = {
  readonly campaignId: string | null;
  readonly unitId: string | null;
  readonly siteId: string | null;
  readonly placeId: string;
  readonly placeName: string;
  readonly hidden: boolean;
  /** Organisations whose people must not learn of the upload while it is hidden. */
  readonly barred?: readonly string[];
};
export type EvidenceRefs = {
  readonly issueId?: string | undefined;
  readonly caseId?: string | undefined;
  readonly inspectionId?: string | undefined;
  readonly villageId?: string | undefined;
};

export type EvidenceDeps = {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly transact: Transact;
  readonly blobs?: BlobStore;
  readonly access: Access;
  readonly organisations: Organisations;
  /** Judges whether this person may add evidence there; asked of the slice that owns the reference. */
  readonly scopeOf: (actor: Actor, refs: EvidenceRefs) => Promise<Result<EvidenceScope>>;
  /** Inspections not yet revealed that this person may see. */
  readonly hiddenInspections: (actor: Actor) => Promise<readonly string[]>;
};
