// The door for the server: pure functions from data to the HTML of the public pages; no DOM, no fetch.
export { readFilter } from './filter.ts';
export type { Filter, PublicList, PublicReport } from './filter.ts';
export { renderList } from './render-list.ts';
export { renderReport } from './render-report.ts';
export { fillShell, renderMessage } from './shell.ts';
export type { Page } from './shell.ts';
