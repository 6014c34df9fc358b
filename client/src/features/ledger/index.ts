// The door to the ledger.
export { LedgerPage } from './ledger-page.tsx';
