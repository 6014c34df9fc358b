// A form keeps the fields the server needs; a county may add others.
import { remark, type LintFinding, type Remark } from './finding.ts';
import type { Known } from './known.ts';

type Loose = Readonly<Record<string, unknown>>;
const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);
const parts = (value: unknown): Loose[] => (Array.isArray(value) ? value.filter(isLoose) : []);
const words = (value: unknown): string => (typeof value === 'string' ? value : '');

const allParts = (form: Loose): Loose[] =>
  parts(form['components']).flatMap((part) => [part, ...allParts(part)]);

const parse = (text: string): Loose | null => {
  try {
    const value: unknown = JSON.parse(text);
    return isLoose(value) ? value : null;
  } catch {
    return null;
  }
};

/** Controls any form may use; the others show what only their own task knows. */
const plainKinds = ['textfield', 'textarea', 'number', 'checkbox', 'radio', 'select', 'checklist', 'taglist', 'datetime', 'filepicker'];
const plainControls = ['', 'photos', 'document', 'signature', 'deadline'];
const shows = ['group', 'text', 'html', 'separator', 'spacer', 'image'];
const reserved = ['campaignId', 'issueId', 'caseId', 'inspectionId', 'escalationId', 'extensionId', 'unitId', 'target'];
const controlOf = (part: Loose): string => (isLoose(part['properties']) ? words(part['properties']['control']) : '');

/** A form of the county's own is answered by what it says itself; its keys become variables of the process. */
const judgeOwn = (all: readonly Loose[]): Remark[] =>
  all.flatMap((part) => {
    const at = { id: words(part['id']), name: words(part['label']) };
    const [key, kind] = [words(part['key']), words(part['type'])];
    if (shows.includes(kind) || part['readonly'] === true) return [];
    if (!plainKinds.includes(kind) || !plainControls.includes(controlOf(part)))
      return [remark(at, 'type', '这种控件只有系统自带的任务能用，请换一种。', 'Only built-in tasks can use this control.')];
    if (!/^[A-Za-z_]\w*$/.test(key))
      return [remark(at, 'key', '变量名要以英文字母开头，只用字母、数字和下划线。', 'The key must be a plain English name.')];
    return reserved.includes(key)
      ? [remark(at, 'key', `“${key}”是案件自己的编号，表单不能改，请换一个变量名。`, `'${key}' identifies the case; choose another key.`)]
      : [];
  });

const judge = (form: Loose, { answers }: Known): Remark[] => {
  const id = words(form['id']);
  const all = allParts(form).filter((part) => words(part['key']) !== '');
  const keys = all.map((part) => words(part['key']));
  const at = { id, name: id };
  return [
    ...(id === '' ? [remark(at, 'id', '表单没有编号。', 'The form has no id.')] : []),
    ...(answers?.[id] ?? [])
      .filter((key) => !keys.includes(key))
      .map((key) =>
        remark(at, key, `缺少系统需要的字段“${key}”。`, `The field '${key}', which the server needs, is missing.`),
      ),
    ...all
      .filter((part, index) => keys.indexOf(words(part['key'])) !== index)
      .map((part) =>
        remark(
          { id: words(part['id']), name: words(part['label']) },
          words(part['key']),
          `字段“${words(part['key'])}”出现了两次。`,
          `The field '${words(part['key'])}' appears twice.`,
        ),
      ),
    ...(answers !== undefined && answers[id] === undefined ? judgeOwn(all) : []),
    ...all
      .filter((part) => words(part['label']) === '')
      .map((part) => remark({ id: words(part['id']), name: '' }, 'label', '字段没有名称。', 'The field has no label.')),
  ];
};

export const lintForm = (text: string, known: Known = {}): LintFinding[] => {
  const form = parse(text);
  if (form === null)
    return [
      {
        rule: 'form',
        severity: 'error',
        ...remark({ id: '', name: '' }, 'content', '不是有效的表单文件。', 'This is no valid form file.'),
      },
    ];
  return judge(form, known).map((each) => ({ rule: 'form', severity: 'error', ...each }));
};
