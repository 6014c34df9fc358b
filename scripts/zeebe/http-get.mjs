// One GET with redirects, through HTTPS_PROXY where the environment names one.
import { request as http } from 'node:http';
import { request as https } from 'node:https';
import { connect } from 'node:tls';

/** Resolves to the response stream; its statusCode is for the caller to judge. */
export async function httpGet(url, hops = 5) {
  const target = new URL(url);
  const proxy = proxyFor(target);
  const response = await send(target, proxy ? { createConnection: await tunnel(proxy, target) } : {});
  const { statusCode, headers } = response;
  if (statusCode < 300 || statusCode >= 400 || headers.location === undefined) return response;
  response.resume();
  if (hops === 0) throw new Error(`too many redirects from ${url}`);
  return httpGet(new URL(headers.location, target).href, hops - 1);
}

export async function textAt(url) {
  const response = await httpGet(url);
  if (response.statusCode !== 200) {
    response.resume();
    return undefined;
  }
  let body = '';
  for await (const chunk of response) body += chunk;
  return body;
}

function send(target, options) {
  const request = target.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    request(target, options, resolve).on('error', reject).end();
  });
}

function proxyFor(target) {
  if (target.protocol !== 'https:' || isExempt(target.hostname)) return undefined;
  const proxy = process.env.HTTPS_PROXY ?? process.env.https_proxy;
  return proxy ? new URL(proxy) : undefined;
}

const isExempt = (host) =>
  (process.env.NO_PROXY ?? process.env.no_proxy ?? '')
    .split(',')
    .map((name) => name.trim())
    .some((name) => name === '*' || (name !== '' && (host === name || host.endsWith(`.${name.replace(/^\./u, '')}`))));

function tunnel(proxy, target) {
  const authority = `${target.hostname}:${target.port || 443}`;
  const headers = proxy.username
    ? {
        'Proxy-Authorization': `Basic ${Buffer.from(`${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`).toString('base64')}`,
      }
    : {};
  return new Promise((resolve, reject) => {
    http({ host: proxy.hostname, port: proxy.port || 80, method: 'CONNECT', path: authority, headers })
      .on('connect', ({ statusCode }, socket) => {
        if (statusCode === 200) resolve(() => connect({ socket, servername: target.hostname }));
        else reject(new Error(`the proxy refused ${authority} with ${statusCode}`));
      })
      .on('error', reject)
      .end();
  });
}
