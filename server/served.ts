// The heavy half of a start: read while the engine child is starting, so that two cores share the wait.
export { collectDefaultMetrics, Registry } from 'prom-client';
export { compose } from './compose.ts';
export { deployModels } from './deploy-models.ts';
export { createApp } from './platform/http/app.ts';
export { createCookies } from './platform/http/session-cookie.ts';
export { startNews } from './platform/realtime/news.ts';
export { createEngineClient } from './platform/workflow/engine-client.ts';
export { createWorkerHost } from './platform/workflow/worker-host.ts';
export { publicPages } from './public-pages.ts';
