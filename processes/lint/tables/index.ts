// The guard rails for tables.
import { catchAll } from './catch-all.ts';
import { escalationRungs } from './escalation-rungs.ts';
import { ladder } from './ladder.ts';
import { strikeOffEligibility } from './strike-off-eligibility.ts';
import type { TableRule } from './table-rule.ts';

export const tableRules: readonly TableRule[] = [ladder, escalationRungs, strikeOffEligibility, catchAll];
