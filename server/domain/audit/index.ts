// The door of the audit trail: append-only entries, chained by hash.
export { createAudit, type Audit } from './audit.service.ts';
export { hashEntry, checkChain, type ChainedEntry } from './audit.chain.ts';
