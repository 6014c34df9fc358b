// Business rule tasks and decisions evaluated by command.
import { bpmn, end, part, start } from '../bpmn.ts';
import type { Scenario } from '../world.ts';

const ladder = (id: string, hitPolicy = 'FIRST') => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="${id}_drg" name="ladder" namespace="test">
<decision id="${id}" name="rung"><decisionTable id="${id}_table" hitPolicy="${hitPolicy}">
<input id="level" label="Level"><inputExpression id="level_in"><text>level</text></inputExpression></input>
<output id="wait" name="wait"/><output id="actions" name="actions"/>
<rule id="r1"><inputEntry id="i1"><text>0</text></inputEntry><outputEntry id="o1"><text>"P7D"</text></outputEntry><outputEntry id="o2"><text>["remind"]</text></outputEntry></rule>
<rule id="r2"><inputEntry id="i2"><text>[0..2]</text></inputEntry><outputEntry id="o3"><text>"P15D"</text></outputEntry><outputEntry id="o4"><text>["circular", "interview"]</text></outputEntry></rule>
</decisionTable></decision></definitions>`;

const asking = (id: string, decision: string) =>
  bpmn(id, {
    parts: [
      start(),
      part('businessRuleTask', 't', {
        extensions: `<zeebe:calledDecision decisionId="${decision}" resultVariable="rung"/>`,
      }),
      end(),
    ],
    flows: ['s>t', 't>e'],
  });

export const decisionScenarios: Readonly<Record<string, Scenario>> = {
  async business_rule_task(world) {
    await world.deploy(ladder(`${world.id}_table`), asking(world.id, `=name`));
    await world.create({ level: 1, name: `${world.id}_table` });
    await world.ended();
    await world.create({ level: 9, name: `${world.id}_table` });
    await world.ended(1);
  },

  async business_rule_task_without_decision(world) {
    await world.deploy(asking(world.id, `${world.id}_none`));
    await world.create();
    await world.until('INCIDENT', 'CREATED');
  },

  async business_rule_task_with_two_hits(world) {
    await world.deploy(ladder(`${world.id}_table`, 'UNIQUE'), asking(world.id, `${world.id}_table`));
    await world.create({ level: 0 });
    await world.until('INCIDENT', 'CREATED');
  },

  async decision_by_command(world) {
    await world.deploy(ladder(world.id));
    await world.call('EvaluateDecision', { decisionId: world.id, variables: '{"level":0}' });
    await world.until('DECISION_EVALUATION', 'EVALUATED');
  },
};
