// The signed session cookie: HttpOnly, SameSite=Lax, Secure behind TLS.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Clock } from '../clock.ts';
import type { SessionCookie } from '../slice.ts';

const name = 'sid';

export const createCookies = (secret: string, clock: Clock) => {
  const sign = (token: string): string => createHmac('sha256', secret).update(token).digest('base64url');

  /** Null for a missing or forged cookie. */
  const tokenOf = (header: string | undefined): string | null => {
    const part = (header ?? '')
      .split(';')
      .map((one) => one.trim())
      .find((one) => one.startsWith(`${name}=`));
    // base64url on both sides of the dot: nothing to decode, and nothing to fail on
    const [token, signature] = part === undefined ? [] : part.slice(name.length + 1).split('.');
    if (token === undefined || signature === undefined) return null;
    const given = Buffer.from(signature);
    const expected = Buffer.from(sign(token));
    return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
  };

  return {
    tokenOf,
    cookieOf: (request: Request, response: Response): SessionCookie => ({
      token: tokenOf(request.headers.cookie),
      open: (token, expiresAt) =>
        void response.cookie(name, `${token}.${sign(token)}`, {
          httpOnly: true,
          sameSite: 'lax',
          secure: request.secure,
          path: '/',
          // told as a duration: the workstation's clock may be wrong
          maxAge: Math.max(0, expiresAt.getTime() - clock.now()),
        }),
      close: () =>
        void response.clearCookie(name, { httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/' }),
    }),
  };
};
