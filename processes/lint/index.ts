// Door of the guard rails: pure functions, the same in the server and in the browser.
export { lintDefinitions, lintModel, lintTables } from './lint-model.ts';
export { lintForm } from './form-fields.ts';
export { bpmnlintPlugin } from './bpmnlint-plugin.ts';
export type { Known } from './known.ts';
export type { LintFinding } from './finding.ts';
export { handedIn } from './reading/handed-in.ts';
export { readModel, type ModelFacts } from './model-facts.ts';
