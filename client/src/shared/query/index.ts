// The door to cached reads and acts.
export { apiKey, useAct, useApi, usePages } from './use-api.ts';
export { makeQueryClient } from './make-query-client.ts';
export { invalidateTopics } from './invalidate-topic.ts';
