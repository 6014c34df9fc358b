// Door of the gateway.
export { Gateway } from './gateway.ts';
