// The executable form of one deployed DMN resource: decisions, knowledge models and what they require.

export type DecisionGraph = {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  /** In XML order. */
  readonly decisions: readonly Decision[];
  readonly knowledge: readonly KnowledgeModel[];
};

export type Decision = {
  readonly id: string;
  readonly name: string;
  /** Under which name decisions that require this one see its result. */
  readonly resultName: string;
  readonly requiredDecisionIds: readonly string[];
  readonly requiredKnowledgeIds: readonly string[];
  readonly logic: DecisionLogic;
};

export type KnowledgeModel = {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly string[];
  readonly requiredKnowledgeIds: readonly string[];
  readonly logic: DecisionLogic;
};

export type HitPolicy = 'UNIQUE' | 'FIRST' | 'ANY' | 'PRIORITY' | 'RULE ORDER' | 'OUTPUT ORDER' | 'COLLECT';
export type Aggregation = 'SUM' | 'MIN' | 'MAX' | 'COUNT';

export type DecisionLogic =
  | { readonly kind: 'literal'; readonly source: string }
  | DecisionTable
  | {
      readonly kind: 'context';
      readonly entries: readonly { readonly name: string; readonly logic: DecisionLogic }[];
      readonly result?: DecisionLogic;
    }
  | {
      readonly kind: 'invocation';
      readonly called: string;
      readonly bindings: readonly { readonly parameter: string; readonly logic: DecisionLogic }[];
    }
  | { readonly kind: 'list'; readonly items: readonly DecisionLogic[] }
  | {
      readonly kind: 'relation';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly DecisionLogic[])[];
    }
  | { readonly kind: 'function'; readonly parameters: readonly string[]; readonly body: DecisionLogic };

export type DecisionTable = {
  readonly kind: 'table';
  readonly hitPolicy: HitPolicy;
  readonly aggregation?: Aggregation;
  readonly inputs: readonly { readonly id: string; readonly label: string; readonly source: string }[];
  readonly outputs: readonly {
    readonly id: string;
    readonly name: string;
    readonly label: string;
    readonly allowedValues?: string;
    readonly defaultSource?: string;
  }[];
  readonly rules: readonly Rule[];
};

export type Rule = { readonly id: string; readonly inputs: readonly string[]; readonly outputs: readonly string[] };
