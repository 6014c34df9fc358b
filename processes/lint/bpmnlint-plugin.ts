// The same guard rails as rules of bpmnlint, for editors that lint while somebody draws.
import { isElement, kindOf } from './reading/element.ts';
import { readProcesses } from './reading/read-process.ts';
import type { Known } from './known.ts';
import { rules } from './rules/index.ts';

type Reporter = {
  report(id: string, message: string, more?: { readonly en: string; readonly field: string }): void;
};
type LintRule = () => { check(node: unknown, reporter: Reporter): void };

/** `known` is asked at every run: what is deployed may change while the editor is open. */
export const bpmnlintPlugin = (known: () => Known = () => ({})) => ({
  configs: {
    all: { rules: Object.fromEntries(rules.map(({ name, severity }) => [name, severity === 'error' ? 'error' : 'warn'])) },
  },
  rules: Object.fromEntries(
    rules.map((rule): [string, LintRule] => [
      rule.name,
      () => ({
        check: (node, reporter) => {
          if (!isElement(node) || kindOf(node) !== 'definitions') return;
          for (const process of readProcesses(node))
            for (const { elementId, message, field } of rule.check(process, known()))
              reporter.report(elementId, message.zh, { en: message.en, field });
        },
      }),
    ]),
  ),
});
