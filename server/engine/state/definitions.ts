// Deployed processes, decisions and forms.
import type { DecisionRequirementsValue, DecisionValue, FormValue, ProcessValue } from '../protocol/index.ts';
import type { Store } from './store/store.ts';
import { Versions, type VersionReader, type VersionWriter, type Versioned } from './versions.ts';

export type ProcessDefinition = Versioned & { readonly value: ProcessValue };
export type DecisionRequirements = Versioned & { readonly value: DecisionRequirementsValue };
export type DecisionDefinition = Versioned & { readonly value: DecisionValue };
export type FormDefinition = Versioned & { readonly value: FormValue };

export interface DefinitionReader {
  readonly processes: VersionReader<ProcessDefinition>;
  readonly requirements: VersionReader<DecisionRequirements>;
  readonly decisions: VersionReader<DecisionDefinition>;
  readonly forms: VersionReader<FormDefinition>;
}

export interface DefinitionWriter extends DefinitionReader {
  readonly processes: VersionWriter<ProcessDefinition>;
  readonly requirements: VersionWriter<DecisionRequirements>;
  readonly decisions: VersionWriter<DecisionDefinition>;
  readonly forms: VersionWriter<FormDefinition>;
}

export class Definitions implements DefinitionWriter {
  readonly processes: Versions<ProcessDefinition>;
  readonly requirements: Versions<DecisionRequirements>;
  readonly decisions: Versions<DecisionDefinition>;
  readonly forms: Versions<FormDefinition>;

  constructor(store: Store) {
    this.processes = new Versions(store, 'process');
    this.requirements = new Versions(store, 'requirements');
    this.decisions = new Versions(store, 'decision');
    this.forms = new Versions(store, 'form');
  }
}
