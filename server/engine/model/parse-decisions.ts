// DMN text to an executable decision graph, or the reason why it is refused.
import { idOf, many, one, text, type Element } from './element.ts';
import { decisionLogicOf } from './decision-logic.ts';
import type { Decision, DecisionGraph, KnowledgeModel } from './decision-graph.ts';
import { readDmn } from './read-xml.ts';
import { reviewDecisions } from './review-decisions.ts';

export type ParsedDecisions =
  { readonly ok: true; readonly graph: DecisionGraph } | { readonly ok: false; readonly errors: string };

export async function parseDecisions(xml: string): Promise<ParsedDecisions> {
  const read = await readDmn(xml);
  if (!read.ok) return { ok: false, errors: `Failed to parse DMN. Cause: ${read.message}` };
  const graph = graphOf(read.root);
  const errors = reviewDecisions(graph);
  return errors === undefined ? { ok: true, graph } : { ok: false, errors };
}

function graphOf(root: Element): DecisionGraph {
  const elements = many(root, 'drgElement');
  return {
    id: idOf(root),
    name: text(root, 'name') ?? '',
    namespace: text(root, 'namespace') ?? '',
    decisions: elements.filter(({ $type }) => $type === 'dmn:Decision').map(decisionOf),
    knowledge: elements.filter(({ $type }) => $type === 'dmn:BusinessKnowledgeModel').map(knowledgeOf),
  };
}

function decisionOf(element: Element): Decision {
  const name = text(element, 'name') ?? '';
  return {
    id: idOf(element),
    name,
    resultName: text(one(element, 'variable'), 'name') ?? idOf(element),
    requiredDecisionIds: required(element, 'informationRequirement', 'requiredDecision'),
    requiredKnowledgeIds: required(element, 'knowledgeRequirement', 'requiredKnowledge'),
    logic: decisionLogicOf(one(element, 'decisionLogic')),
  };
}

function knowledgeOf(element: Element): KnowledgeModel {
  const encapsulated = one(element, 'encapsulatedLogic');
  return {
    id: idOf(element),
    name: text(element, 'name') ?? '',
    parameters: many(encapsulated, 'formalParameter').map((parameter) => text(parameter, 'name') ?? ''),
    requiredKnowledgeIds: required(element, 'knowledgeRequirement', 'requiredKnowledge'),
    logic: decisionLogicOf(one(encapsulated, 'body')),
  };
}

const required = (element: Element, requirement: string, kind: string): readonly string[] =>
  many(element, requirement)
    .map((entry) => text(one(entry, kind), 'href'))
    .filter((href): href is string => href !== undefined)
    .map((href) => href.replace(/^.*#/u, ''));
