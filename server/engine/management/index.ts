// Door of the management endpoint.
export { Management } from './management.ts';
