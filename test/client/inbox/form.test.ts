// Task forms: what is shown, what is missing, what is handed in.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { evaluate } from 'feelin';
import { answerFrom, faultsOf, startValues } from '../../../client/src/features/inbox/form/answer.ts';
import { withReason } from '../../../server/contracts/reasoned-decisions.ts';
import { readForm } from '../../../client/src/features/inbox/form/form-schema.ts';
import { visibleFields } from '../../../client/src/features/inbox/form/visible-fields.ts';

const processes = join(import.meta.dirname, '../../../processes');
const load = (path: string) =>
  readForm(JSON.parse(readFileSync(join(processes, path), 'utf8')) as Parameters<typeof readForm>[0]);
const feel = (expression: string, values: Readonly<Record<string, unknown>>): unknown =>
  evaluate(expression.replace(/^=/, ''), { ...values }).value;
const keys = (fields: readonly { key: string }[]): string[] => fields.map((field) => field.key);

describe('the verification form', () => {
  const fields = load('issue-rectification/verify-issue.form');
  it('asks for a new deadline only when the fix is sent back', () => {
    expect(keys(visibleFields(fields, { verdict: 'passed' }, feel))).not.toContain('newDue');
    expect(keys(visibleFields(fields, {}, feel))).not.toContain('newDue');
    expect(keys(visibleFields(fields, { verdict: 'failed' }, feel))).toContain('newDue');
  });
  it('names what is missing before it is sent', () => {
    const visible = visibleFields(fields, {}, feel);
    expect(faultsOf(visible, {}).map((fault) => [fault.key, fault.kind])).toEqual([
      ['verdict', 'missing'],
      ['opinion', 'missing'],
    ]);
    expect(faultsOf(visible, { verdict: 'passed', opinion: '。' })).toEqual([
      { key: 'opinion', kind: 'short', limit: 2 },
    ]);
  });
  it('hands in nothing of a part that is hidden again', () => {
    const values = { verdict: 'passed', opinion: ' ok ', newDue: '2019-08-01', kept: 'from the server' };
    expect(answerFrom(fields, visibleFields(fields, values, feel), values)).toEqual({
      verdict: 'passed',
      opinion: 'ok',
      kept: 'from the server',
    });
  });
});

describe('a decision', () => {
  const fields = load('campaign/approve-campaign.form');
  const faults = (values: Readonly<Record<string, unknown>>) =>
    faultsOf(withReason('approve-campaign', fields, values), values).map(({ key, kind }) => [key, kind]);
  it('wants its opinion once it is a no', () => {
    expect(faults({ approved: true })).toEqual([]);
    expect(faults({ approved: false })).toEqual([['opinion', 'missing']]);
    expect(faults({ approved: false, opinion: '否' })).toEqual([['opinion', 'short']]);
    expect(faults({ approved: false, opinion: '目标没有写清' })).toEqual([]);
  });
});

describe('answers', () => {
  const yesNo = readForm({
    id: 'x',
    components: [
      {
        type: 'radio',
        key: 'approved',
        label: '?',
        values: [
          { label: 'y', value: 'true' },
          { label: 'n', value: 'false' },
        ],
      },
    ],
  });
  it('are yes or no where the form means so, also when it says it in words', () => {
    expect(answerFrom(yesNo, yesNo, { approved: 'false' })).toEqual({ approved: false });
    expect(answerFrom(yesNo, yesNo, { approved: true })).toEqual({ approved: true });
  });
  it('start from the form, then the server, then the draft', () => {
    const fields = readForm({
      id: 'x',
      components: [
        { type: 'textfield', key: 'a', defaultValue: '1' },
        { type: 'textfield', key: 'b', defaultValue: '1' },
      ],
    });
    expect(startValues(fields, { b: '2' }, { b: '3' })).toEqual({ a: '1', b: '3' });
  });
  it('treat a required tick as a promise', () => {
    const tick = readForm({
      id: 'x',
      components: [{ type: 'checkbox', key: 'ok', label: '!', validate: { required: true } }],
    });
    expect(faultsOf(tick, { ok: false })).toEqual([{ key: 'ok', kind: 'missing' }]);
    expect(faultsOf(tick, { ok: true })).toEqual([]);
  });
  it('hide a whole group with its condition', () => {
    const fields = readForm({
      id: 'x',
      components: [
        { type: 'group', label: 'g', conditional: { hide: '=a != 1' }, components: [{ type: 'textfield', key: 'b' }] },
      ],
    });
    expect(keys(visibleFields(fields, { a: 2 }, feel))).toEqual([]);
    expect(keys(visibleFields(fields, { a: 1 }, feel))).toEqual(['b']);
  });
});

describe('the deployed forms', () => {
  it('are all readable: every field has a key, every input a label', () => {
    const files = readdirSync(processes, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.form'),
    );
    expect(files.length).toBeGreaterThan(30);
    const unreadable = files.flatMap((file) =>
      load(file)
        .filter((field) => !['text', 'separator', 'spacer', 'button', 'html', 'image'].includes(field.kind))
        .filter((field) => field.key === '' || (field.label === '' && field.kind !== 'datetime'))
        .map((field) => `${file} ${field.id}`),
    );
    expect(unreadable).toEqual([]);
  });
});
