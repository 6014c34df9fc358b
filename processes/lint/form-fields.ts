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
