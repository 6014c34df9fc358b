// Task documents as the contract shows them.
import type { TaskRow } from '#contracts/tasks.ts';
import type { Due } from '#contracts/due.ts';
import type { TaskDoc } from './task.model.ts';

export type DueView = (at: Date, now: Date) => Due;

export const presentTask = (task: TaskDoc, now: Date, dueView: DueView, snoozedUntil: Date | null = null): TaskRow => ({
  key: task._id,
  type: task.type,
  title: task.title,
  process: task.process,
  campaignId: task.refs.campaignId ?? null,
  issueId: task.refs.issueId ?? null,
  caseId: task.refs.caseId ?? null,
  inspectionId: task.refs.inspectionId ?? null,
  escalationId: task.refs.escalationId ?? null,
  refNo: task.refNo,
  unitId: task.unitId,
  unitName: task.unitName,
  siteName: task.siteName,
  subject: task.subject,
  due: task.dueAt === null ? null : dueView(task.dueAt, now),
  rung: task.rung,
  returned: task.returned,
  returnReason: task.returnReason,
  secret: task.secret,
  assignee: task.assigneeId === null ? null : { id: task.assigneeId, name: task.assigneeName },
  groups: [...task.groups],
  holder: task.assigneeId === null ? '' : task.assigneeName,
  createdAt: task.createdAt.toISOString(),
  completedAt: task.endedAt?.toISOString() ?? null,
  snoozedUntil: snoozedUntil?.toISOString() ?? null,
  urgedAt: task.urgedAt?.toISOString() ?? null,
});
