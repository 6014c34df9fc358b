// socket.io: every session joins the rooms of its groups; news carries ids, readers fetch what they may see.
import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { ServerEvents } from '#contracts/realtime.ts';
import type { Actor, ChangeNews } from '../slice.ts';

export type News = {
  tell(changes: readonly ChangeNews[]): void;
  signedOut(userId: string): void;
  connections(): number;
  stop(): Promise<void>;
};

const placeRoom = (organisationId: string): string => `place:${organisationId}`;
const roomsOf = ({ groups, userId, unitIds, siteIds, orgId }: Actor): string[] => [
  ...groups,
  `user:${userId}`,
  ...[...unitIds, ...siteIds, ...(orgId === null ? [] : [orgId])].map(placeRoom),
];

export const startNews = (
  http: HttpServer,
  authenticate: (cookieHeader: string, ip: string) => Promise<Actor | null>,
): News => {
  const io = new Server<Record<string, never>, ServerEvents>(http, {
    path: '/live',
    serveClient: false,
    maxHttpBufferSize: 10_000,
  });
  io.use((socket, next) => {
    authenticate(socket.handshake.headers.cookie ?? '', socket.handshake.address)
      .then((actor) => {
        if (actor === null) return next(new Error('not_signed_in'));
        void socket.join(roomsOf(actor));
        next();
      })
      .catch(() => next(new Error('internal')));
  });
  return {
    tell: (changes) => {
      for (const { to, except = [], ...change } of changes) {
        if (to.length === 0) continue;
        // several rooms in one emit: a member of two groups hears once; no running number, its gaps would tell
        io.to([...to])
          .except(except.map(placeRoom))
          .emit('change', change);
      }
    },
    signedOut: (userId) => {
      const room = io.to(`user:${userId}`);
      room.emit('signedOut');
      room.disconnectSockets(true);
    },
    connections: () => io.engine.clientsCount,
    stop: () => io.close(),
  };
};
