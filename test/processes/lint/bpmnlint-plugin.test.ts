// The guard rails in the shape bpmnlint runs them: a factory a rule, which checks the definitions and reports.
import { BpmnModdle } from 'bpmn-moddle';
import { describe, expect, it } from '@jest/globals';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import { bpmnlintPlugin } from '../../../processes/lint/index.ts';
import { modelFiles } from '../support/model-files.ts';

const lint = async (xml: string, known = {}) => {
  const plugin = bpmnlintPlugin(() => known);
  const { rootElement } = await new BpmnModdle({ zeebe }).fromXML(xml, 'bpmn:Definitions');
  const reports: string[][] = [];
  for (const [name, create] of Object.entries(plugin.rules))
    create().check(rootElement, { report: (id, message) => reports.push([name, id, message]) });
  return reports;
};

describe('the bpmnlint plugin', () => {
  it('reports by rule and element, in Chinese, with what is known at that moment', async () => {
    const text = modelFiles('upward-proposal.bpmn')[0]!.text.replace(/<zeebe:taskSchedule[^>]*\/>/, '');
    expect(await lint(text)).toEqual([['user-task', 'draft-proposal', '没有办理时限。']]);
    expect(await lint(text, { forms: ['draft-proposal'] })).toContainEqual([
      'user-task',
      'decide-proposal',
      '没有“decide-proposal”这张表单。',
    ]);
  });

  it('says nothing of elements below the definitions, so that nothing is told twice', () => {
    const reports: string[] = [];
    for (const create of Object.values(bpmnlintPlugin().rules))
      create().check({ $type: 'bpmn:UserTask', id: 'x' }, { report: (id) => reports.push(id) });
    expect(reports).toEqual([]);
  });
});
