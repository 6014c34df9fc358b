// The list of units as HTML text: the server puts it into the page, the browser draws it again while one types.
import { html, raw } from './escape.ts';
import type { Html } from './escape.ts';
import { shortDay, timeText } from './dates.ts';
import { addressOf, inShow, searched, shows, warningsFirst } from './filter.ts';
import type { Filter, PublicList, PublicUnit, Show } from './filter.ts';
import { head, icon, tag } from './parts.ts';
import type { IconName } from './parts.ts';
import { speaker } from './words/index.ts';
import type { Say } from './words/index.ts';

const showIcons: Readonly<Record<Show, IconName>> = { all: 'tick', warned: 'warning', late: 'alert', done: 'check' };

const sum = (units: readonly PublicUnit[], of: 'found' | 'fixed' | 'fixing' | 'late'): number =>
  units.reduce((total, unit) => total + unit[of], 0);

const option = (value: string, label: string, chosen: boolean): Html =>
  html`<option value="${value}" ${raw(chosen ? 'selected' : '')}>${label}</option>`;

const hidden = (name: string, value: string): Html =>
  value === '' ? raw('') : html`<input type="hidden" name="${name}" value="${value}" />`;

const choice = (name: string, label: string, options: Html[]): Html =>
  options.length < 2
    ? raw('')
    : html`<select name="${name}" aria-label="${label}">
        ${options}
      </select>`;

const searchForm = (list: PublicList, filter: Filter, say: Say): Html =>
  html`<form class="search" method="get" role="search">
    <label class="box"
      >${icon('search')}<input
        type="search"
        name="q"
        value="${filter.q}"
        maxlength="60"
        placeholder="${say('list.search')}"
        aria-label="${say('list.search')}"
    /></label>
    ${choice(
      'campaignId',
      say('list.campaign'),
      list.campaigns.map((one) => option(one.id, one.title, one.id === list.campaignId)),
    )}
    ${choice('town', say('list.town'), [
      option('', say('list.town'), filter.town === ''),
      ...list.towns.map((town) => option(town, town, town === filter.town)),
    ])}
    ${hidden('show', filter.show === 'all' ? '' : filter.show)}${hidden('lang', filter.language === 'en' ? 'en' : '')}
    <button type="submit">${say('list.find')}</button>
  </form>`;

const filterLinks = (units: readonly PublicUnit[], filter: Filter, say: Say): Html =>
  html`<p class="shows">
    ${shows.map(
      (show) =>
        html`<a
          class="chip"
          href="${addressOf(filter, { show })}"
          ${raw(show === filter.show ? 'aria-current="true"' : '')}
          >${show === 'all' && filter.show !== 'all' ? raw('') : icon(showIcons[show])}${say(`list.${show}`)}
          ${inShow(units, show).length}</a
        >`,
    )}
  </p>`;

const warningOf = ({ warning }: PublicUnit, around: string, say: Say): Html => {
  if (warning === null) return raw('');
  const why = html`<span class="why"
    >${say('list.because', { reason: warning.reason, day: shortDay(warning.at, around, say) })}</span
  >`;
  return warning.lifted
    ? html`<p class="warning">${tag('green', 'check', say('list.lifted', { kind: warning.kind }))} ${why}</p>`
    : html`<p class="warning">${tag('solid-red', 'warning', say('list.warning', { kind: warning.kind }))} ${why}</p>`;
};

const unitRow = (unit: PublicUnit, around: string, say: Say): Html => {
  const all = unit.found > 0 && unit.fixed === unit.found;
  return html`<tr>
    <th scope="row">
      <b>${unit.name}</b> ${all ? tag('green', 'check', say('list.done')) : raw('')} ${warningOf(unit, around, say)}
      <p class="line">
        ${say('list.line', { found: unit.found, fixed: unit.fixed, fixing: unit.fixing })}${
          unit.late === 0
            ? raw('')
            : html` <span class="late">${icon('alert')}${say('list.lateLine', { n: unit.late })}</span>`
        }
      </p>
    </th>
    <td>${unit.found}</td>
    <td>${unit.fixed}</td>
    <td>${unit.fixing}</td>
    <td>${unit.late === 0 ? html`0` : html`<span class="late">${icon('alert')}${unit.late}</span>`}</td>
  </tr>`;
};

const table = (units: readonly PublicUnit[], around: string, say: Say): Html =>
  html`<table class="units">
    <thead>
      <tr>
        <th scope="col">${say('list.unit')}</th>
        <th scope="col">${say('list.found')}</th>
        <th scope="col">${say('list.fixed')}</th>
        <th scope="col">${say('list.fixing')}</th>
        <th scope="col">${say('list.lateShort')}</th>
      </tr>
    </thead>
    <tbody>
      <tr class="total">
        <th scope="row">${say('list.total')} <span>${say('list.count', { n: units.length })}</span></th>
        <td>${sum(units, 'found')}</td>
        <td>${sum(units, 'fixed')}</td>
        <td>${sum(units, 'fixing')}</td>
        <td>${sum(units, 'late')}</td>
      </tr>
      ${units.map((unit) => unitRow(unit, around, say))}
    </tbody>
  </table>`;

const nothing = (list: PublicList, filter: Filter, say: Say): Html => {
  if (filter.q !== '') return html`<p class="none">${say('list.none', { q: filter.q })}</p>`;
  return html`<p class="none">${say(list.total === 0 ? 'list.empty' : 'list.filterNone')}</p>`;
};

const aside = (list: PublicList, filter: Filter, say: Say): Html =>
  html`<aside>
    <h2>${say('report.nav')}</h2>
    <p>
      ${
        list.publishedAt === null || list.campaignId === null
          ? say('list.reportSoon')
          : html`<a class="button" href="${addressOf(filter, { report: list.campaignId })}"
              >${say('list.seeReport')}</a
            >`
      }
    </p>
    <h2>${say('list.words')}</h2>
    <dl>
      <dt>${say('list.fixed')}</dt>
      <dd>${say('list.wordFixed')}</dd>
      <dt>${say('list.late')}</dt>
      <dd>${say('list.wordLate')}</dd>
      <dt>${say('list.warned')}</dt>
      <dd>${say('list.wordWarning')}</dd>
    </dl>
  </aside>`;

/** What changes while one types: counts, filters, rows. */
export const renderResults = (list: PublicList, filter: Filter): string => {
  const say = speaker(filter.language);
  const units = searched(list.units, filter);
  const shown = warningsFirst(inShow(units, filter.show));
  return html`${filterLinks(units, filter, say)}
    <p class="sums" role="status">
      <b>${say('list.units', { n: shown.length, found: sum(shown, 'found') })}</b>
      ${say('list.sums', { fixed: sum(shown, 'fixed'), fixing: sum(shown, 'fixing'), late: sum(shown, 'late') })}
    </p>
    ${shown.length === 0 ? nothing(list, filter, say) : table(shown, list.updatedAt, say)}`.html;
};

/** The whole list page, below the head of the document. */
export const renderList = (list: PublicList, filter: Filter): string => {
  const say = speaker(filter.language);
  const report = { id: list.publishedAt === null ? '' : (list.campaignId ?? ''), issuer: '' };
  return html`${head(say, filter, report)}
    <main class="list">
      <h1>${list.title === '' ? say('list.nav') : list.title}</h1>
      <p class="meta">${say('list.updated', { time: timeText(list.updatedAt, say) })}</p>
      ${searchForm(list, filter, say)}
      <div id="results">${raw(renderResults(list, filter))}</div>
      ${aside(list, filter, say)}
    </main>`.html;
};
