// Inbox documents: tasks projected from JOB records, drafts, snoozes and saved views of people.
import { Schema, type ClientSession, type Connection } from 'mongoose';
import type { TaskRefs, TaskWords, Variables } from '../../platform/slice.ts';

export const userTaskJobType = 'io.camunda.zeebe:userTask';
export type TaskState = 'open' | 'completing' | 'completed' | 'cancelled';
export type TaskDoc = Omit<TaskWords, 'barred'> & {
  /** Missing in rows written before hidden matters were barred by place. */
  barred?: readonly string[];
  _id: string;
  type: string;
  title: string;
  process: string;
  processId: string;
  instanceKey: string;
  elementInstanceKey: string;
  definitionKey: string;
  formKey: string;
  state: TaskState;
  groups: string[];
  assigneeId: string | null;
  assigneeName: string;
  refs: TaskRefs;
  variables: Variables;
  dueAt: Date | null;
  /** dueAt or the end of time, so that one index sorts all. */ dueSort: Date;
  createdAt: Date;
  endedAt: Date | null;
  completedById: string | null;
  completedByName: string;
  completionKey: string | null;
  /** What was handed in to a step the county added; other answers are with their matter. */
  answer?: Readonly<Record<string, unknown>>;
  involved: string[];
  urgedAt: Date | null;
  /** Somebody has put a draft or a reminder by; missing in rows that may have either. */
  kept?: boolean;
  /** Pinyin and text to find it by. */ search: string;
};
export type DraftDoc = {
  _id: string;
  taskKey: string;
  userId: string;
  values: Record<string, unknown>;
  savedAt: Date;
  version: number;
};
export type SnoozeDoc = { _id: string; taskKey: string; userId: string; until: Date };
export type ViewDoc = { _id: string; userId: string; name: string; query: string; createdAt: Date };

export const endOfTime = new Date('9999-12-31T00:00:00Z');
const options = { versionKey: false, autoIndex: false, autoCreate: false, minimize: false } as const;

const taskSchema = new Schema<TaskDoc>(
  {
    _id: String,
    type: String,
    title: String,
    process: String,
    processId: String,
    instanceKey: String,
    elementInstanceKey: String,
    definitionKey: String,
    formKey: String,
    state: String,
    groups: [String],
    assigneeId: String,
    assigneeName: String,
    refs: Schema.Types.Mixed,
    variables: Schema.Types.Mixed,
    dueAt: Date,
    dueSort: Date,
    createdAt: Date,
    endedAt: Date,
    completedById: String,
    completedByName: String,
    completionKey: String,
    answer: Schema.Types.Mixed,
    involved: [String],
    urgedAt: Date,
    kept: Boolean,
    search: String,
    refNo: String,
    unitId: String,
    unitName: String,
    siteName: String,
    subject: String,
    rung: String,
    returned: Boolean,
    returnReason: String,
    secret: Boolean,
    barred: [String],
  },
  options,
);
taskSchema.index({ state: 1, assigneeId: 1, dueSort: 1, _id: 1 });
taskSchema.index({ state: 1, groups: 1, dueSort: 1, _id: 1 });
taskSchema.index({ state: 1, involved: 1, dueSort: 1, _id: 1 });
taskSchema.index({ definitionKey: 1, state: 1, dueAt: 1 });
taskSchema.index({ completedById: 1, endedAt: -1 });
for (const ref of ['issueId', 'caseId', 'inspectionId', 'escalationId', 'campaignId'])
  taskSchema.index({ [`refs.${ref}`]: 1, state: 1 });

const draftSchema = new Schema<DraftDoc>(
  { _id: String, taskKey: String, userId: String, values: Schema.Types.Mixed, savedAt: Date, version: Number },
  options,
);
draftSchema.index({ taskKey: 1 });
const snoozeSchema = new Schema<SnoozeDoc>({ _id: String, taskKey: String, userId: String, until: Date }, options);
snoozeSchema.index({ userId: 1, until: 1 });
snoozeSchema.index({ taskKey: 1 });
const viewSchema = new Schema<ViewDoc>(
  { _id: String, userId: String, name: String, query: String, createdAt: Date },
  options,
);
viewSchema.index({ userId: 1, createdAt: 1 });

export const taskModels = (connection: Connection) => ({
  tasks: connection.model<TaskDoc>('Task', taskSchema, 'tasks'),
  drafts: connection.model<DraftDoc>('TaskDraft', draftSchema, 'taskDrafts'),
  snoozes: connection.model<SnoozeDoc>('Snooze', snoozeSchema, 'snoozes'),
  views: connection.model<ViewDoc>('SavedView', viewSchema, 'savedViews'),
});
export type TaskModels = ReturnType<typeof taskModels>;

/** What people put by for a task goes with it. */
export const clearKept = async (
  { drafts, snoozes }: TaskModels,
  task: Pick<TaskDoc, '_id' | 'kept'>,
  session: ClientSession,
): Promise<void> => {
  if (task.kept === false) return;
  await drafts.deleteMany({ taskKey: task._id }, { session });
  await snoozes.deleteMany({ taskKey: task._id }, { session });
};
