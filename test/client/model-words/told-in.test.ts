// What the shipped models say, in the reader's language.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { formIn, namesSaying, subjectIn, toldIn } from '../../../client/src/shared/model-words/index.ts';
import { modeWords } from '../../../server/domain/inspections/inspection.lifecycle.ts';

const root = join(import.meta.dirname, '../../..');
type Work = Readonly<Record<'name' | 'submit' | 'subject' | 'trigger' | 'mode', Readonly<Record<string, string>>>>;
const work = (language: string): Work =>
  JSON.parse(readFileSync(join(root, `client/src/shared/i18n/${language}/work.json`), 'utf8')) as Work;
const [chinese, english] = [work('zh-CN'), work('en')];

const models = (kind: string): string[] =>
  readdirSync(join(root, 'processes'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(kind))
    .map((file) => readFileSync(join(root, 'processes', file), 'utf8'));
const namesIn = (texts: readonly string[], pattern: RegExp): { id: string; name: string }[] =>
  texts.flatMap((text) => [...text.matchAll(pattern)].map(([, id = '', name = '']) => ({ id, name })));
/** Processes, user tasks, calls and tables: what inbox, task page, process strip and the list of models name. */
const named = [
  ...namesIn(models('.bpmn'), /<bpmn:(?:process|userTask|callActivity) id="([^"]+)" name="([^"]+)"/g),
  ...namesIn(models('.dmn'), /<definitions [^>]*id="([^"]+)" name="([^"]+)"/g),
];

describe('the words of the shipped models', () => {
  it('have an English name for every process, step and table they call by a Chinese one', () => {
    const untold = named.filter(({ name }) => /\p{Script=Han}/u.test(toldIn(name, chinese.name, english.name)));
    expect(untold).toEqual([]);
  });

  it('stay as the models say them for a Chinese reader', () => {
    for (const { name } of named) expect(toldIn(name, chinese.name, chinese.name)).toBe(name);
  });

  it('leave a name that a county gave as it is', () => {
    expect(toldIn('县里自己加的一步', chinese.name, english.name)).toBe('县里自己加的一步');
  });

  it('tell the ground of an escalation and leave the fact as people wrote it', () => {
    expect(subjectIn('整改逾期：台账 058：药房未改', chinese, english)).toBe(
      'Rectification overdue: 台账 058：药房未改',
    );
    expect(subjectIn('整改逾期：药房未改', chinese, chinese)).toBe('整改逾期：药房未改');
    expect(subjectIn('药房：没有空调', chinese, english)).toBe('药房：没有空调');
  });

  it('tell how an inspection goes to the place, and of a hidden one nothing else', () => {
    expect(subjectIn('现场督查：药品配备', chinese, english)).toBe('On-site: 药品配备');
    expect(subjectIn('四不两直，仅本组可见', chinese, english)).toBe('unannounced, seen by the team only');
    expect(subjectIn('暗访，仅本组可见', chinese, english)).toBe('undercover, seen by the team only');
  });

  it('name every way of inspecting as the server does', () => {
    expect(chinese.mode).toEqual(modeWords);
  });

  it('are found by what they read like in the language of the reader', () => {
    expect(namesSaying(' verify ', chinese.name, english.name)).toEqual(['现场核查']);
    expect(namesSaying('no such step', chinese.name, english.name)).toEqual([]);
  });

  it('are left to the server’s own search for a Chinese reader, and when nothing was typed', () => {
    expect(namesSaying('核查', chinese.name, chinese.name)).toEqual([]);
    expect(namesSaying(' ', chinese.name, english.name)).toEqual([]);
  });

  it('fit into one question however little was typed', () => {
    expect(namesSaying('e', chinese.name, english.name).join(',').length).toBeLessThanOrEqual(1000);
  });

  it('name the last button only of steps that the models have', () => {
    const steps = new Set(named.map(({ id }) => id));
    expect(Object.keys(chinese.submit).filter((id) => !steps.has(id))).toEqual([]);
  });
});

const formWords = (language: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(root, `client/src/shared/i18n/${language}/form.json`), 'utf8')) as Record<
    string,
    string
  >;
type Form = Parameters<typeof formIn>[0];
const forms = readdirSync(join(root, 'processes'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.form'))
  .map((file) => JSON.parse(readFileSync(join(root, 'processes', file), 'utf8')) as Form);

describe('the forms of the shipped models', () => {
  const [inChinese, inEnglish] = [formWords('zh-CN'), formWords('en')];

  it('show no Chinese word to an English reader', () => {
    const kept = new Set(['key', 'value', 'statement', 'suggestions']);
    const shown = (value: unknown, name = ''): string[] => {
      if (kept.has(name)) return [];
      if (typeof value === 'string') return [value];
      if (typeof value !== 'object' || value === null) return [];
      return Object.entries(value).flatMap(([key, each]) => shown(each, key));
    };
    const untold = forms.flatMap((form) => shown(formIn(form, inChinese, inEnglish).components));
    expect(untold.filter((word) => /\p{Script=Han}/u.test(word))).toEqual([]);
  });

  it('stay as they are for a Chinese reader', () => {
    for (const form of forms) expect(formIn(form, inChinese, inChinese)).toBe(form);
  });

  it('keep the sentence that a signature puts on record, and every value', () => {
    const component = {
      label: '意见',
      properties: { statement: '情况属实。' },
      values: [{ value: '意见', label: '意见' }],
    };
    expect(formIn({ components: [component] } as unknown as Form, inChinese, inEnglish).components).toEqual([
      { ...component, label: 'Opinion', values: [{ value: '意见', label: 'Opinion' }] },
    ]);
  });
});
