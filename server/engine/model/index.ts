// Door of the model room: deployed texts in, executable plain data out.
export type {
  EventDefinition,
  ExecutableProcess,
  Expression,
  FlowNode,
  FlowNodeType,
  JobDefinition,
  Mapping,
  MultiInstance,
  Scope,
  SequenceFlow,
  TimerKind,
  UserTaskDefinition,
} from './graph.ts';
export { parseProcesses, type ParsedProcesses } from './parse-processes.ts';
export { parseForm, type ParsedForm } from './parse-form.ts';
export { parseDecisions, type ParsedDecisions } from './parse-decisions.ts';
export type { Decision, DecisionGraph, DecisionLogic, DecisionTable, KnowledgeModel } from './decision-graph.ts';
