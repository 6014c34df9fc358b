// What every request is told until the product is ready: nobody waits unanswered, nobody sees a half-built county.
import type { RequestListener } from 'node:http';
import { problemOf } from '../problem-texts.ts';
import { refuse } from '../result.ts';

const retrySeconds = 2;
const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${retrySeconds}"><title>正在启动</title></head>
<body style="font-family:system-ui,sans-serif;margin:20vh auto;max-width:32rem;padding:0 24px;color:#1c2126">
<h1 style="font-size:18px">正在启动…</h1><p>第一次启动要建立演示县，约需一分钟；启动好后本页会自动打开。</p>
<p lang="en">Starting. The first start builds the demo county, about a minute; this page opens by itself.</p></body></html>`;
const { refusal } = refuse('engine_unavailable', {
  message: { zh: '系统正在启动，请稍候再试。', en: 'The system is starting; try again in a moment.' },
});
const problem = JSON.stringify({ ready: false, ...problemOf(refusal) });

export const starting: RequestListener = (request, response) => {
  const wantsPage = (request.headers.accept ?? '').includes('text/html');
  response
    .writeHead(503, {
      'content-type': wantsPage ? 'text/html; charset=utf-8' : 'application/json',
      'retry-after': String(retrySeconds),
      'cache-control': 'no-store',
    })
    .end(wantsPage ? page : problem);
};
