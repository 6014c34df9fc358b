// The door to opening without a network.
export { installWorker } from './install-worker.ts';
