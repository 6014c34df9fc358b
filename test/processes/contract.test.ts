// The contract page, the models, the forms and the server's answer schemas say the same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { documentKinds } from '#contracts/escalations.ts';
import { taskAnswers } from '#contracts/task-answers.ts';
import { messagePayloads } from '../../server/domain/process-models/sent-messages.ts';
import { knownModels, type KnownModels } from './support/known-models.ts';
import { processesDir } from './support/model-files.ts';

const page = readFileSync(join(processesDir, 'README.md'), 'utf8');
const code = [...page.matchAll(/`([^`]+)`/g)].map(([, words]) => words ?? '');
const slices = ['campaigns', 'cases', 'issues', 'inspections', 'escalations', 'backtracks'];
const jobTypesOnPage = code.filter((words) => new RegExp(`^(${slices.join('|')})\\.[a-z-]+$`).test(words));
const messagesOnPage = code.filter((words) =>
  /^(campaign|stage|issue|inspection|escalation|extension|watch)\.[a-z][A-Za-z]+$/.test(words),
);
const sorted = (words: Iterable<string>): string[] => [...new Set(words)].sort();

let models: KnownModels;
let nodes: KnownModels['files'][number]['processes'][number]['nodes'];
beforeAll(async () => {
  models = await knownModels();
  nodes = models.files.flatMap(({ processes }) => processes.flatMap((process) => process.nodes));
});

describe('the contract of the models', () => {
  it('names every process and table, and there are no others', () => {
    for (const id of [...(models.known.processes ?? []), ...(models.known.decisions ?? [])])
      expect({ id, named: code.includes(id) }).toEqual({ id, named: true });
  });

  it('names every job type the models use, and the models use every one it names', () => {
    expect(sorted(nodes.map(({ jobType }) => jobType).filter((type) => type !== ''))).toEqual(sorted(jobTypesOnPage));
  });

  it('names every message the models wait for, and they wait for every one it names', () => {
    expect(sorted(nodes.flatMap(({ message }) => (message === null ? [] : [message.name])))).toEqual(
      sorted(messagesOnPage),
    );
  });

  it('tells what every message brings along as the server knows it', () => {
    const names = (list: string): string[] => list.split(/[`,\s()]+/).filter((word) => /^[a-z]\w*$/.test(word));
    const told = new Map<string, string[]>();
    for (const [, message = '', list = ''] of page.matchAll(/^Start: message `([\w.]+)`[^\n]*?Variables: ((?:[^`.]*`[^`]+`)+)/gm))
      told.set(message, [...list.matchAll(/`([^`]+)`/g)].flatMap(([, words = '']) => names(words)));
    for (const [, message = '', list = ''] of page.matchAll(/message `([\w.]+)`,? key `[^`]+`,? \(?variables? `([^`]+)`/g))
      told.set(message, names(list));
    for (const [message, variables] of Object.entries(messagePayloads))
      expect({ message, variables: sorted(variables) }).toEqual({ message, variables: sorted(told.get(message) ?? []) });
  });

  it('has a form, an answer schema and a line on the page for every user task', () => {
    const tasks = sorted(nodes.filter(({ type }) => type === 'userTask').map(({ id }) => id));
    expect(sorted(Object.keys(taskAnswers))).toEqual(tasks);
    expect(sorted(models.known.forms ?? [])).toEqual(tasks);
    expect(tasks.filter((task) => !code.includes(task))).toEqual([]);
    expect(nodes.filter(({ type, id, formId }) => type === 'userTask' && formId !== id)).toEqual([]);
  });

  it('hands in by each form exactly what the server reads; what only shows is read-only', () => {
    for (const { kind, id, text } of models.files) {
      if (kind !== 'form') continue;
      const { components } = JSON.parse(text) as { components: { key: string; readonly?: boolean }[] };
      const handedIn = components.filter((part) => part.readonly !== true).map(({ key }) => key);
      const schema = taskAnswers[id as keyof typeof taskAnswers];
      expect({ id, keys: sorted(handedIn) }).toEqual({ id, keys: sorted(Object.keys(schema.shape)) });
    }
  });

  it('uses headers the server knows: kinds of documents, and triggers the level table lists', () => {
    const header = (key: string): string[] =>
      sorted(nodes.flatMap(({ headers }) => headers.filter((each) => each.key === key).map(({ value }) => value)));
    expect(header('kind').filter((kind) => !(documentKinds as readonly string[]).includes(kind))).toEqual([]);
    const level = models.files.flatMap(({ tables }) => tables).find(({ id }) => id === 'escalationLevel');
    const listed = level?.rows.map(({ inputs }) => inputs[0] ?? '').join(',') ?? '';
    expect(header('trigger').filter((trigger) => !listed.includes(`"${trigger}"`))).toEqual([]);
    expect(header('trigger').length).toBeGreaterThan(3);
  });

  it('names only groups of the agreed form', () => {
    const literal = nodes.flatMap(({ groups }) => [...groups.matchAll(/"([^"]+)"/g)].map(([, group]) => group ?? ''));
    expect(sorted(literal)).toEqual(['discipline', 'group-head', 'office', 'superior']);
  });

  it('keeps every label of a task short enough for one line', () => {
    expect(nodes.filter(({ type, name }) => /Task$/.test(type) && [...name].length > 6)).toEqual([]);
  });
});
