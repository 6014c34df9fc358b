// The door to escalations.
export { EscalationsPage } from './escalations-page.tsx';
