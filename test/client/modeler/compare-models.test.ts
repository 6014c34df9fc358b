// What an administrator is told about the difference of two versions.
import { describe, expect, it } from '@jest/globals';
import { compareModels } from '../../../client/src/features/modeler/compare/compare-models.ts';
import { modelFiles } from '../../processes/support/model-files.ts';

const text = (name: string): string => modelFiles(name)[0]!.text;
const proposal = text('upward-proposal.bpmn');

describe('the comparison of two models', () => {
  it('finds nothing between a model and the same model written differently', async () => {
    const rewritten = proposal.replaceAll('\n', '\r\n').replace(/>\s+</g, '>\n<');
    expect(await compareModels(proposal, rewritten)).toEqual({ changes: [], moved: 0 });
  });

  it('names the field that changed, with what it was and what it is', async () => {
    const { changes } = await compareModels(proposal, proposal.replace('P5D', 'P7D'));
    expect(changes).toMatchObject([
      {
        kind: 'changed',
        id: 'draft-proposal',
        name: '起草请示',
        type: 'UserTask',
        fields: [{ before: expect.stringContaining('P5D'), after: expect.stringContaining('P7D') }],
      },
    ]);
    expect(changes[0]?.fields[0]?.field).toMatch(/dueDate$/);
  });

  it('tells what came and what went, and a flow led elsewhere', async () => {
    const added = proposal.replace(
      '<bpmn:endEvent',
      '<bpmn:intermediateThrowEvent id="noted" name="已登记" /><bpmn:endEvent',
    );
    expect((await compareModels(proposal, added)).changes).toMatchObject([
      { kind: 'added', id: 'noted', name: '已登记' },
    ]);
    expect((await compareModels(added, proposal)).changes).toMatchObject([{ kind: 'removed', id: 'noted' }]);
  });

  it('keeps what only moved apart from what changed', async () => {
    const moved = proposal.replace(
      /(<dc:Bounds x=")(\d+)/,
      (_all, before: string, x: string) => `${before}${Number(x) + 40}`,
    );
    expect(await compareModels(proposal, moved)).toEqual({ changes: [], moved: 1 });
  });

  it('compares decision tables row by row', async () => {
    const ladder = text('ladder.dmn');
    const { changes } = await compareModels(ladder, ladder.replace('"P3D"', '"P5D"'));
    expect(changes).toMatchObject([
      {
        kind: 'changed',
        type: 'Rule',
        name: '第 1 行',
        fields: [{ field: 'output.wait', before: '"P3D"', after: '"P5D"' }],
      },
    ]);
  });

  it('compares forms field by field', async () => {
    const form = text('verify-issue.form');
    const { changes } = await compareModels(form, form.replace('"label": "没有用旧照片"', '"label": "照片是新拍的"'));
    expect(changes).toMatchObject([
      { kind: 'changed', type: 'Field', fields: [{ field: 'label', before: '没有用旧照片', after: '照片是新拍的' }] },
    ]);
  });

  it('shows everything of a model that is new', async () => {
    const { changes } = await compareModels('', proposal);
    expect(changes.every(({ kind }) => kind === 'added')).toBe(true);
    expect(changes.map(({ id }) => id)).toContain('draft-proposal');
  });
});
