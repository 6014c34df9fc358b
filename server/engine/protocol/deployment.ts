// Values of deployment records; `executable` and `graph` are the parsed forms, kept inside and never exported.
import type { DecisionGraph, ExecutableProcess } from '../model/index.ts';

export type ProcessMetadata = {
  readonly version: number;
  readonly checksum: string;
  readonly resourceName: string;
  readonly duplicate: boolean;
  readonly bpmnProcessId: string;
  readonly processDefinitionKey: number;
};
export type ProcessValue = ProcessMetadata & { readonly resource: string; readonly executable: ExecutableProcess };

export type DecisionRequirementsMetadata = {
  readonly checksum: string;
  readonly decisionRequirementsId: string;
  readonly decisionRequirementsKey: number;
  readonly resourceName: string;
  readonly decisionRequirementsName: string;
  readonly decisionRequirementsVersion: number;
  readonly duplicate: boolean;
  readonly namespace: string;
};
export type DecisionRequirementsValue = DecisionRequirementsMetadata & {
  readonly resource: string;
  readonly graph: DecisionGraph;
};

export type DecisionValue = {
  readonly version: number;
  readonly decisionName: string;
  readonly decisionRequirementsId: string;
  readonly decisionRequirementsKey: number;
  readonly duplicate: boolean;
  readonly decisionId: string;
  readonly decisionKey: number;
};

export type FormMetadata = {
  readonly version: number;
  readonly checksum: string;
  readonly formId: string;
  readonly formKey: number;
  readonly resourceName: string;
  readonly duplicate: boolean;
};
export type FormValue = FormMetadata & { readonly resource: string };

export type DeploymentValue = {
  readonly processesMetadata: readonly ProcessMetadata[];
  readonly decisionsMetadata: readonly DecisionValue[];
  readonly decisionRequirementsMetadata: readonly DecisionRequirementsMetadata[];
  readonly formMetadata: readonly FormMetadata[];
};

export type ResourceDeletionValue = { readonly resourceKey: number };
