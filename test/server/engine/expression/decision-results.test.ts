// Decisions come out as real Zeebe 8.5.8 evaluated them, with what each one left for the records.
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createExpressions, type Json } from '../../../../server/engine/expression/index.ts';
import { parseDecisions } from '../../../../server/engine/model/index.ts';

type Recorded = {
  readonly name: string;
  readonly decisionId: string;
  readonly xml: string;
  readonly results: readonly {
    readonly variables: Record<string, Json>;
    readonly output: Json;
    readonly failure?: string;
    readonly failedDecisionId?: string;
    readonly evaluated: readonly unknown[];
  }[];
};

const recorded = JSON.parse(
  readFileSync(new URL('decision-results.json', import.meta.url), 'utf8'),
) as readonly Recorded[];
const expressions = createExpressions({ clock: { now: () => 0 }, zone: 'Asia/Shanghai' });
const cases = recorded.flatMap(({ name, decisionId, xml, results }) =>
  results.map((result) => [`${name} of ${JSON.stringify(result.variables)}`, xml, decisionId, result] as const),
);

describe('decisions', () => {
  it.each(cases)('%s', async (_, xml, decisionId, { variables, output, failure, failedDecisionId, evaluated }) => {
    const parsed = await parseDecisions(xml);
    if (!parsed.ok) throw new Error(parsed.errors);
    const result = expressions.evaluateDecision(parsed.graph, decisionId, variables);
    const expected = failure === undefined ? { ok: true, output } : { ok: false, message: failure, failedDecisionId };
    expect(result).toMatchObject(expected);
    expect(
      result.evaluated.map(({ decisionId: id, decisionType: type, output: value, matchedRules }) => ({
        id,
        type,
        output: value,
        rules: matchedRules.map(({ ruleIndex }) => ruleIndex),
      })),
    ).toEqual(evaluated);
  });

  it('entries that do not parse are refused one by one', async () => {
    const [{ xml } = { xml: '' }] = recorded;
    const parsed = await parseDecisions(xml.replace('"one"', '1 +'));
    expect(parsed).toMatchObject({
      ok: false,
      errors: expect.stringMatching(/^FEEL expression: failed to parse expression '1 \+'/u),
    });
  });
});
