// Puts the drawing tools into the reader's language; what has no Chinese yet is collected, and tests read it.
import { chinese, quietType } from '../words/index.ts';

const missing = new Set<string>();
/** A name that is the same in every language: an id, an expression, a value of the model. */
const isWord = (text: string): boolean => /[A-Za-z]{2}/.test(text) && !/^[\w.-]*[_.:][\w.:-]*$/.test(text);

declare global {
  interface Window {
    untranslated?: () => readonly string[];
  }
}
window.untranslated = () => [...missing].sort();

/** The panel writes the behaviour behind the type. */
const quiet = / \(Non Interrupting\)$/;
const found = (template: string): string | undefined => {
  const type = chinese[template.replace(quiet, '')];
  return (
    chinese[template] ?? (type === undefined || !quiet.test(template) ? undefined : quietType.replace('{type}', type))
  );
};

type Replacements = Readonly<Record<string, string>>;
const fill = (template: string, values: Replacements): string =>
  template.replace(/\{([^}]+)\}/g, (whole, name: string) => values[name] ?? whole);

export const translateTo =
  (language: string) =>
  (template: string, values: Replacements = {}): string => {
    if (language === 'en') return fill(template, values);
    const word = found(template);
    if (word === undefined && isWord(template) && !/[\u4e00-\u9fff]/.test(template)) missing.add(template);
    return fill(word ?? template, values);
  };

export const translateModule = (language: string): LibraryModule => ({ translate: ['value', translateTo(language)] });
