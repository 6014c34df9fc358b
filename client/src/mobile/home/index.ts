// The door to the first page and its lists.
export { Home } from './home.tsx';
export { IssueList } from './issue-list.tsx';
