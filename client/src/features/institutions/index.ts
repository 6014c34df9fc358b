// The door to institutions and their cases.
export { CasePage } from './case-page.tsx';
export { InstitutionListPage } from './institution-list-page.tsx';
export { InstitutionPage } from './institution-page.tsx';
