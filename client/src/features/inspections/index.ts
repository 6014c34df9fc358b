// The door to inspections.
export { InspectionsPage } from './inspections-page.tsx';
