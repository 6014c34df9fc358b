// A decision table as the rules see it.
import { bodyOf, elements, isElement, kindOf, text, type Element } from './element.ts';

export type Row = {
  readonly id: string;
  readonly name: string;
  readonly inputs: readonly string[];
  /** By the output's name. */
  readonly outputs: Readonly<Record<string, string>>;
};
export type Table = {
  readonly id: string;
  readonly name: string;
  readonly hitPolicy: string;
  readonly rows: readonly Row[];
};

const cell = (element: Element): string => text(element['text']).trim() || bodyOf(element);

const tableOf = (decision: Element): Table | null => {
  const logic = decision['decisionLogic'];
  if (!isElement(logic) || kindOf(logic) !== 'decisionTable') return null;
  const outputs = elements(logic['output']).map(({ name }) => text(name));
  return {
    id: text(decision['id']),
    name: text(decision['name']),
    hitPolicy: text(logic['hitPolicy']) || 'UNIQUE',
    rows: elements(logic['rule']).map((rule, index) => ({
      id: text(rule['id']),
      name: `第 ${index + 1} 行`,
      inputs: elements(rule['inputEntry']).map(cell),
      outputs: Object.fromEntries(
        elements(rule['outputEntry']).map((entry, column) => [outputs[column] ?? String(column), cell(entry)]),
      ),
    })),
  };
};

export const readTables = (definitions: Element): Table[] =>
  elements(definitions['drgElement'])
    .map(tableOf)
    .filter((table) => table !== null);

/** `"reminder"` → reminder; anything else is no plain text. */
export const quoted = (text: string | undefined): string | null => /^"([^"]*)"$/.exec(text ?? '')?.[1] ?? null;
export const anyValue = (text: string): boolean => text === '' || text === '-';
