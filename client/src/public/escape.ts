// Text into HTML, so that nothing anyone wrote can become a tag.
const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escape = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);

/** Template tag: every inserted text is escaped, what `raw` made is not. */
export type Html = { readonly html: string };
export const raw = (html: string): Html => ({ html });
type Part = string | number | Html | readonly Html[];

const isList = (part: Part): part is readonly Html[] => Array.isArray(part);
const put = (part: Part): string => {
  if (isList(part)) return part.map((one) => one.html).join('');
  return typeof part === 'object' ? part.html : escape(String(part));
};
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  raw(strings.map((text, index) => text + (index < parts.length ? put(parts[index] ?? '') : '')).join(''));
