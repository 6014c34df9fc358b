// Puts a rendered page into the document the build made; a pure function of two texts.
import { escape, html } from './escape.ts';
import { head } from './parts.ts';
import type { Filter } from './filter.ts';
import { speaker } from './words/index.ts';

const place = '<!--page-->';

export type Page = { readonly content: string; readonly title: string; readonly language: Filter['language'] };

/** `document` is the built public.html. */
export const fillShell = (document: string, page: Page): string =>
  document
    .replace(/<html lang="[^"]*"/, `<html lang="${page.language}"`)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escape(page.title)}</title>`)
    .replace(place, () => page.content);

/** Said in place of a page that cannot be shown. */
export const renderMessage = (filter: Filter, word: 'report.notYet' | 'list.failed'): string => {
  const say = speaker(filter.language);
  return html`${head(say, filter, { id: '', issuer: '' })}
    <main><p class="none" role="alert">${say(word)}</p></main>`.html;
};
