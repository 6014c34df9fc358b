// Which reads a change makes old; the inbox list is left to the inbox, so that its rows stay where they are.
import type { QueryClient } from '@tanstack/react-query';
import type { RouteKey } from '#contracts/http.ts';
import type { Change } from '#contracts/realtime.ts';

const touched: Record<Change['topic'], readonly RouteKey[]> = {
  task: ['GET /api/tasks/counts', 'GET /api/tasks/:key'],
  issue: [
    'GET /api/issues',
    'GET /api/issues/:id',
    'GET /api/campaigns/:id/overview',
    'GET /api/institutions',
    'GET /api/institutions/:id',
    'GET /api/tasks/:key',
  ],
  case: ['GET /api/cases/:id', 'GET /api/institutions/:id', 'GET /api/campaigns/:id/overview'],
  campaign: ['GET /api/campaigns', 'GET /api/campaigns/:id', 'GET /api/campaigns/:id/overview'],
  inspection: ['GET /api/inspections', 'GET /api/inspections/:id', 'GET /api/campaigns/:id/overview'],
  escalation: [
    'GET /api/escalations',
    'GET /api/escalations/:id',
    'GET /api/campaigns/:id/overview',
    'GET /api/signings',
  ],
  model: ['GET /api/models', 'GET /api/models/:id', 'GET /api/models/:id/instances', 'GET /api/incidents'],
  notification: ['GET /api/notifications'],
};

export const invalidateTopics = (client: QueryClient, topics: Iterable<Change['topic']>): void => {
  const routes = new Set([...topics].flatMap((topic) => touched[topic]));
  for (const route of routes) void client.invalidateQueries({ queryKey: [route] });
};
