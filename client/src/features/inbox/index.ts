// The door to the inbox.
export { InboxPage } from './inbox-page.tsx';
