// The published report of a campaign as HTML text, in the order such reports have on paper.
import { html, raw } from './escape.ts';
import type { Html } from './escape.ts';
import { dayText } from './dates.ts';
import type { Filter, PublicReport } from './filter.ts';
import { head, icon, tag } from './parts.ts';
import { isWord, speaker } from './words/index.ts';
import type { Say } from './words/index.ts';

type Aspect = PublicReport['aspects'][number];
type Item = Aspect['items'][number];

const chineseNumber = (n: number, say: Say): string => {
  const word = `number.${n}`;
  return isWord(word) ? say(word) : String(n);
};

const paragraphs = (text: string): Html[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p class="text">${line}</p>`);

/** Only a verified item is done; its word comes from the server. */
const state = (item: Item): Html =>
  item.verifiedAt === null ? tag('blue', 'hourglass', item.status) : tag('green', 'check', item.status);

/** One problem of many units is told once, with its units below. */
type Problem = { problem: string; measures: string; items: Item[] };

const problemsOf = (items: readonly Item[]): Problem[] => {
  const found = new Map<string, Problem>();
  for (const item of items) {
    const key = JSON.stringify([item.problem, item.measures]);
    const known = found.get(key) ?? { problem: item.problem, measures: item.measures, items: [] };
    found.set(key, { ...known, items: [...known.items, item] });
  }
  return [...found.values()];
};

const facts = (item: Item, say: Say): Html =>
  html`<span class="unit">${item.unit}</span> ${state(item)}
    ${item.verifiedAt === null ? raw('') : html`<span>${say('report.verified', { day: dayText(item.verifiedAt, say) })}</span>`}
    <span>${say('report.evidence', { n: item.evidenceCount })}</span>`;

const problemText = (problem: Problem, n: number, say: Say): Html =>
  html`<section class="item">
    <h4>${say('report.item', { n, problem: problem.problem })}</h4>
    ${problem.measures === '' ? raw('') : html`<p class="text"><b>${say('report.measures')}</b>${problem.measures}</p>`}
    <ul class="facts">
      ${problem.items.map((item) => html`<li>${facts(item, say)}</li>`)}
    </ul>
  </section>`;

const aspectTexts = (aspects: readonly Aspect[], say: Say): Html[] => {
  let n = 0;
  return aspects.map((aspect, index) => {
    const problems = problemsOf(aspect.items).map((problem) => problemText(problem, (n += 1), say));
    const title = say('report.nth', { n: chineseNumber(index + 1, say), title: aspect.title });
    return html`<h3 id="aspect-${index + 1}">${title}</h3>
      ${problems}`;
  });
};

const overview = (report: PublicReport, say: Say): Html => {
  const total = { found: 0, fixed: 0, fixing: 0 };
  for (const row of report.overview) {
    total.found += row.found;
    total.fixed += row.fixed;
    total.fixing += row.fixing;
  }
  return html`<h2 id="overview">${say('report.overview')}</h2>
    <p>${say('report.summary', total)}</p>
    <table class="overview">
      <thead>
        <tr>
          <th scope="col">${say('report.aspect')}</th>
          <th scope="col">${say('list.found')}</th>
          <th scope="col">${say('list.fixed')}</th>
          <th scope="col">${say('list.fixing')}</th>
        </tr>
      </thead>
      <tbody>
        ${report.overview.map(
          (row) =>
            html`<tr>
              <th scope="row">${row.aspect}</th>
              <td>${row.found}</td>
              <td>${row.fixed}</td>
              <td>${row.fixing}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
};

const contents = (report: PublicReport, say: Say): Html => {
  const entry = (id: string, word: string): Html => html`<li><a href="#${id}">${word}</a></li>`;
  return html`<nav class="contents" aria-label="${say('report.contents')}">
    <ol>
      ${[
        entry('overview', say('report.overview')),
        entry('organisation', say('report.organisation')),
        entry('results', say('report.results')),
        ...report.aspects.map((aspect, index) =>
          entry(`aspect-${index + 1}`, say('report.nth', { n: chineseNumber(index + 1, say), title: aspect.title })),
        ),
        entry('next', say('report.next')),
        entry('contact', say('report.contact')),
      ]}
    </ol>
  </nav>`;
};

/** The whole report page, below the head of the document. */
export const renderReport = (report: PublicReport, filter: Filter): string => {
  const say = speaker(filter.language);
  return html`${head(say, filter, { id: filter.report, issuer: report.issuer })}
    <main class="report">
      ${contents(report, say)}
      <article>
        <h1>${report.title}</h1>
        <p class="byline">
          ${say('report.published', { issuer: report.issuer, day: dayText(report.publishedAt, say) })}
        </p>
        ${overview(report, say)}
        <h2 id="organisation">${say('report.organisation')}</h2>
        ${paragraphs(report.organisation)}
        <h2 id="results">${say('report.results')}</h2>
        ${aspectTexts(report.aspects, say)}
        <h2 id="next">${say('report.next')}</h2>
        ${paragraphs(report.nextSteps)}
        <h2 id="contact">${say('report.contact')}</h2>
        ${report.contact === '' ? html`<p class="text">${say('report.noContact')}</p>` : paragraphs(report.contact)}
        <div class="sign">
          <p>${report.issuer}</p>
          <p>${dayText(report.publishedAt, say)}</p>
        </div>
      </article>
      <aside class="tools">
        <button type="button" id="print" hidden>${icon('print')}${say('report.print')}</button>
      </aside>
    </main>`.html;
};
