// The immutable executable graph that deployed BPMN becomes; plain data, so that it can be rebuilt from the XML at any time.

/** FEEL source without the leading `=`, or a literal that needs no evaluation. */
export type Expression =
  { readonly kind: 'feel'; readonly source: string } | { readonly kind: 'literal'; readonly value: string };

export type Mapping = { readonly source: Expression; readonly target: string };

export type TimerKind = 'date' | 'duration' | 'cycle';
export type EventDefinition =
  | { readonly type: 'none' }
  | { readonly type: 'timer'; readonly timer: TimerKind; readonly expression: Expression }
  | {
      readonly type: 'message';
      readonly name: Expression;
      readonly correlationKey?: Expression;
      readonly job?: JobDefinition;
    }
  | { readonly type: 'signal'; readonly name: Expression }
  | { readonly type: 'error'; readonly code?: Expression }
  | { readonly type: 'escalation'; readonly code?: Expression }
  | { readonly type: 'link'; readonly name: string }
  | { readonly type: 'terminate' };

/** What becomes a JOB record: service, send, script-as-job, message throw, user task as job. */
export type JobDefinition = {
  readonly type: Expression;
  readonly retries: Expression;
  readonly headers: Readonly<Record<string, string>>;
};

export type UserTaskDefinition = {
  readonly assignee?: Expression;
  readonly candidateGroups?: Expression;
  readonly candidateUsers?: Expression;
  readonly dueDate?: Expression;
  readonly followUpDate?: Expression;
  readonly formKey?: Expression;
  readonly formId?: Expression;
  readonly headers: Readonly<Record<string, string>>;
};

export type MultiInstance = {
  readonly sequential: boolean;
  readonly inputCollection: Expression;
  readonly inputElement?: string;
  readonly outputCollection?: string;
  readonly outputElement?: Expression;
  readonly completionCondition?: Expression;
};

export type FlowNodeType =
  | 'startEvent'
  | 'endEvent'
  | 'intermediateCatchEvent'
  | 'intermediateThrowEvent'
  | 'boundaryEvent'
  | 'task'
  | 'manualTask'
  | 'serviceTask'
  | 'sendTask'
  | 'userTask'
  | 'scriptTask'
  | 'businessRuleTask'
  | 'receiveTask'
  | 'callActivity'
  | 'exclusiveGateway'
  | 'parallelGateway'
  | 'inclusiveGateway'
  | 'eventBasedGateway'
  | 'subProcess'
  | 'eventSubProcess';

export type SequenceFlow = {
  readonly id: string;
  readonly sourceId: string;
  readonly targetId: string;
  readonly condition?: Expression;
};

/** One element; optional parts are there only for the types that have them. Ids are unique in a process. */
export type FlowNode = {
  readonly id: string;
  readonly name?: string;
  readonly type: FlowNodeType;
  /** Enclosing sub-process id, or the process id. */
  readonly scopeId: string;
  /** Sequence flow ids in XML document order (Zeebe visits forks in reverse of it). */
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
  readonly event?: EventDefinition;
  readonly job?: JobDefinition;
  readonly user?: UserTaskDefinition;
  readonly multiInstance?: MultiInstance;
  /** Boundary: host activity; start of an event sub-process: that sub-process. */
  readonly attachedTo?: string;
  /** Boundary and event sub-process start: cancelActivity / isInterrupting. */
  readonly interrupting?: boolean;
  readonly boundaryIds?: readonly string[];
  readonly defaultFlow?: string;
  readonly call?: {
    readonly processId: Expression;
    readonly propagateAllChild: boolean;
    readonly propagateAllParent: boolean;
  };
  readonly decision?: { readonly decisionId: Expression; readonly resultVariable: string };
  readonly script?: { readonly expression: Expression; readonly resultVariable: string };
  /** Sub-processes: direct children, their none start, their event sub-processes. */
  readonly scope?: Scope;
};

export type Scope = {
  readonly childIds: readonly string[];
  /** None start event of an embedded sub-process or process; event sub-process: its single start. */
  readonly startEventId?: string;
  /** All start events of the scope (a process may have several: none, message, timer, signal). */
  readonly startEventIds: readonly string[];
  readonly eventSubProcessIds: readonly string[];
};

export type ExecutableProcess = {
  readonly id: string;
  readonly name?: string;
  readonly versionTag?: string;
  readonly scope: Scope;
  readonly nodes: Readonly<Record<string, FlowNode>>;
  readonly flows: Readonly<Record<string, SequenceFlow>>;
};
