// The public list and report as HTML from the server, so that they can be read without a script.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Express } from 'express';
import {
  type Filter,
  fillShell,
  readFilter,
  renderList,
  renderMessage,
  renderReport,
} from '../client/src/public/index.ts';
import type { RouteHandlers } from './platform/slice.ts';
import { anonymousActor } from './platform/slice.ts';

const contentOf = async (
  handlers: RouteHandlers,
  search: string,
): Promise<{ content: string; language: Filter['language'] }> => {
  const filter = readFilter(search);
  const { language } = filter;
  if (filter.report !== '') {
    const report = await handlers['GET /api/public/report/:campaignId']?.({
      actor: anonymousActor,
      params: { campaignId: filter.report },
      query: undefined,
      body: undefined,
    });
    return {
      language,
      content: report?.ok ? renderReport(report.value, filter) : renderMessage(filter, 'report.notYet'),
    };
  }
  const query = {
    ...(filter.q === '' ? {} : { q: filter.q }),
    ...(filter.campaignId === '' ? {} : { campaignId: filter.campaignId }),
  };
  const list = await handlers['GET /api/public/list']?.({ actor: anonymousActor, params: {}, query, body: undefined });
  return { language, content: list?.ok ? renderList(list.value, filter) : renderMessage(filter, 'report.notYet') };
};

export const publicPages =
  (clientDir: string, handlers: () => RouteHandlers) =>
  (app: Express): void => {
    // read once: a page view must not wait for the disk
    const path = join(clientDir, 'public.html');
    if (!existsSync(path)) return;
    const shell = readFileSync(path, 'utf8');
    app.get('/public', async (request, response) => {
      const { content, language } = await contentOf(
        handlers(),
        new URL(request.originalUrl, 'http://localhost').search,
      );
      response
        .set('Cache-Control', 'no-cache')
        .type('html')
        .send(fillShell(shell, { content, title: '整改结果公开', language }));
    });
  };
