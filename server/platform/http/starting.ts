// What every request is told until the product is ready: nobody waits unanswered, nobody sees a half-built county.
import type { RequestListener } from 'node:http';

const retrySeconds = 2;
const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${retrySeconds}"><title>正在启动</title></head>
<body style="font-family:system-ui,sans-serif;margin:20vh auto;max-width:32rem;padding:0 24px;color:#1c2126">
<h1 style="font-size:18px">正在启动…</h1><p>第一次启动要建立演示县，约需一分钟；启动好后本页会自动打开。</p>
<p lang="en">Starting. The first start builds the demo county, about a minute; this page opens by itself.</p></body></html>`;

export const starting: RequestListener = (request, response) => {
  response.setHeader('Retry-After', retrySeconds);
  response.setHeader('Cache-Control', 'no-store');
  const wantsPage = (request.headers.accept ?? '').includes('text/html');
  response
    .writeHead(503, { 'content-type': wantsPage ? 'text/html; charset=utf-8' : 'application/json' })
    .end(wantsPage ? page : JSON.stringify({ ready: false }));
};
