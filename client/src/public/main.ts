// The public page in the browser: draws what the server did not, and searches while one types.
import { ProblemError, call } from '../shared/api/index.ts';
import './look.css';
import { addressOf, readFilter } from './filter.ts';
import type { Filter } from './filter.ts';
import { renderList, renderResults } from './render-list.ts';
import { renderReport } from './render-report.ts';
import { renderMessage } from './shell.ts';

const pause = 250;
const queryOf = (filter: Filter): { q?: string; campaignId?: string } => ({
  ...(filter.q === '' ? {} : { q: filter.q }),
  ...(filter.campaignId === '' ? {} : { campaignId: filter.campaignId }),
});

const draw = async (page: HTMLElement, filter: Filter): Promise<void> => {
  try {
    if (filter.report === '')
      page.innerHTML = renderList(await call('GET /api/public/list', { query: queryOf(filter) }), filter);
    else {
      const report = await call('GET /api/public/report/:campaignId', { params: { campaignId: filter.report } });
      page.innerHTML = renderReport(report, filter);
    }
  } catch (error) {
    const unpublished = error instanceof ProblemError && error.code === 'not_found' && filter.report !== '';
    page.innerHTML = renderMessage(filter, unpublished ? 'report.notYet' : 'list.failed');
  }
};

const filterIn = (form: HTMLFormElement): Filter => {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') query.set(name, value);
  return readFilter(query.toString());
};

/** Answers may overtake each other; only the last question counts. */
const searchWhileTyping = (form: HTMLFormElement, results: HTMLElement): void => {
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const search = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    const filter = filterIn(form);
    const list = await call('GET /api/public/list', { query: queryOf(filter) }).catch(() => null);
    if (mine !== asked || list === null) return;
    history.replaceState(null, '', addressOf(filter));
    results.innerHTML = renderResults(list, filter);
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void search(), pause);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    void search();
  });
};

const enliven = (page: HTMLElement): void => {
  const form = page.querySelector<HTMLFormElement>('form.search');
  const results = page.querySelector<HTMLElement>('#results');
  if (form !== null && results !== null) searchWhileTyping(form, results);
  const print = page.querySelector<HTMLButtonElement>('#print');
  if (print === null) return;
  print.hidden = false;
  print.addEventListener('click', () => window.print());
};

const start = async (): Promise<void> => {
  const page = document.getElementById('page');
  if (page === null) throw new Error('Expected the page to have its place');
  if (page.childElementCount === 0) await draw(page, readFilter(location.search));
  enliven(page);
};

void start();
