// Judges a whole model file: diagram, table or form, told apart by its content.
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import { remark, type LintFinding } from './finding.ts';
import { lintForm } from './form-fields.ts';
import type { Known } from './known.ts';
import { isElement, type Element } from './reading/element.ts';
import { readProcesses } from './reading/read-process.ts';
import { readTables } from './reading/table-view.ts';
import { rules } from './rules/index.ts';
import { tableRules } from './tables/index.ts';

/** Definitions as bpmn-js holds them, so that the editor need not write XML to be judged. */
export const lintDefinitions = (definitions: unknown, known: Known = {}): LintFinding[] =>
  isElement(definitions)
    ? readProcesses(definitions).flatMap((process) =>
        rules.flatMap(({ name, severity, check }) =>
          check(process, known).map((each) => ({ rule: name, severity, ...each })),
        ),
      )
    : [unreadable('没有流程图。')];

export const lintTables = (definitions: unknown, known: Known = {}): LintFinding[] =>
  isElement(definitions)
    ? readTables(definitions).flatMap((table) =>
        tableRules.flatMap(({ name, severity, check }) =>
          check(table, known).map((each) => ({ rule: name, severity, ...each })),
        ),
      )
    : [unreadable('没有决策表。')];

const unreadable = (why: string): LintFinding => ({
  rule: 'readable-file',
  severity: 'error',
  ...remark({ id: '', name: '' }, 'content', `文件读不懂：${why}`, `The file cannot be read: ${why}`),
});

type Parsed = { readonly rootElement: unknown; readonly warnings: readonly { readonly message: string }[] };
const judged = async (parse: () => Promise<Parsed>, judge: (root: Element) => LintFinding[]): Promise<LintFinding[]> => {
  try {
    const { rootElement, warnings } = await parse();
    if (!isElement(rootElement)) return [unreadable('没有内容。')];
    return [...warnings.map(({ message }) => unreadable(message)), ...judge(rootElement)];
  } catch (error) {
    return [unreadable(error instanceof Error ? error.message : String(error))];
  }
};

export const lintModel = (content: string, known: Known = {}): Promise<LintFinding[]> => {
  const start = content.trimStart();
  if (start.startsWith('{')) return Promise.resolve(lintForm(content, known));
  if (content.includes('www.omg.org/spec/DMN/'))
    return judged(
      () => new DmnModdle().fromXML(content, 'dmn:Definitions'),
      (root) => lintTables(root, known),
    );
  return judged(
    () => new BpmnModdle({ zeebe }).fromXML(content, 'bpmn:Definitions'),
    (root) => lintDefinitions(root, known),
  );
};
