// What is protected: subjects with the fields the rules look at, and the acts on them.

export const subjects = [
  'Campaign',
  'Case',
  'Issue',
  'Inspection',
  'Evidence',
  'Extension',
  'Escalation',
  'Accountability',
  'Report',
  'AuditEntry',
  'User',
  'Organisation',
  'Team',
  'Model',
  'Incident',
  'Checklist',
] as const;
export type SubjectName = (typeof subjects)[number];

export const actions = [
  'read',
  'create',
  'edit',
  'approve',
  'propose',
  'endorse',
  'apply',
  'prepare',
  'verify',
  'reply',
  'export',
  'cancel',
  'deploy',
] as const;
export type Action = (typeof actions)[number];

/** A plain condition that works both in memory and in the store. */
export type Condition = Readonly<Record<string, unknown>>;
