// Puts a rendered page into the document the build made; a pure function of two texts.
import { escape, html, raw } from './escape.ts';
import { head } from './parts.ts';
import { addressOf } from './filter.ts';
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
    <main class="message" role="alert">
      <h1>${say(word)}</h1>
      ${word === 'report.notYet' ? html`<p>${say('report.notYetHint')}</p>` : raw('')}
      <p>
        <a href="${addressOf(filter, word === 'report.notYet' ? { report: '' } : {})}"
          >${say(word === 'report.notYet' ? 'list.see' : 'list.again')}</a
        >
      </p>
    </main>`.html;
};
