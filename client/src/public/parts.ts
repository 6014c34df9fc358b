// Small pieces of both public pages: icons, tags, the head.
import { html, raw } from './escape.ts';
import type { Html } from './escape.ts';
import { addressOf } from './filter.ts';
import type { Filter } from './filter.ts';
import type { Say } from './words/index.ts';

const paths = {
  warning: 'M12 4 2.8 20h18.4zM12 10v4.5M12 17.4v.1',
  alert: 'M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8zM12 7.5v5.5M12 16.4v.1',
  check: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12.3l2.8 2.8L16 9.6',
  hourglass: 'M6.5 3h11M6.5 21h11M8 3v3.5L12 12l4-5.5V3M8 21v-3.5L12 12l4 5.5V21',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3 20.5 20.5',
  tick: 'M5 12.5 10 17.5 19.5 7',
  print: 'M7 8V3.5h10V8M7 17H4V8.5h16V17h-3M7 14h10v6.5H7z',
} as const;
export type IconName = keyof typeof paths;

export const icon = (name: IconName): Html =>
  raw(`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${paths[name]}"/></svg>`);

export const tag = (look: string, name: IconName, word: string): Html =>
  html`<span class="tag ${look}">${icon(name)}${word}</span>`;

const link = (href: string, word: string, here: boolean): Html =>
  here ? html`<a href="${href}" aria-current="page">${word}</a>` : html`<a href="${href}">${word}</a>`;

/** The report stands in the head only once there is one to read. */
export const head = (say: Say, filter: Filter, report: { id: string; issuer: string }): Html => {
  const home = addressOf(filter, { report: '', q: '', town: '', show: 'all' });
  const other = filter.language === 'en' ? 'zh-CN' : 'en';
  return html`<header class="top">
    <a class="name" href="${home}">${report.issuer === '' ? say('title') : report.issuer}</a>
    <nav>
      ${link(home, say('list.nav'), filter.report === '')}${
        report.id === ''
          ? raw('')
          : link(addressOf(filter, { report: report.id }), say('report.nav'), filter.report !== '')
      }<a href="${addressOf(filter, { language: other })}" lang="${other}"
        >${other === 'en' ? 'English' : raw('&#20013;&#25991;')}</a
      >
    </nav>
  </header>`;
};
