// socket.io: every session joins the rooms of its groups; news carries ids, readers fetch what they may see.
import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { ServerEvents } from '#contracts/realtime.ts';
import type { Actor, ChangeNews } from '../slice.ts';

export type News = {
  tell(changes: readonly ChangeNews[]): void;
  signedOut(userId: string): void;
  /** Somebody's posts or teams changed: every open line hears from now on what its person may hear. */
  rightsChanged(): Promise<void>;
  connections(): number;
  stop(): Promise<void>;
};

type Line = Socket<Record<string, never>, ServerEvents>;

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
  const actorOf = ({ handshake }: Line): Promise<Actor | null> =>
    authenticate(handshake.headers.cookie ?? '', handshake.address);
  io.use((socket, next) => {
    actorOf(socket)
      .then((actor) => {
        if (actor === null) return next(new Error('not_signed_in'));
        void socket.join(roomsOf(actor));
        next();
      })
      .catch(() => next(new Error('internal')));
  });
  const rejoin = async (socket: Line): Promise<void> => {
    const actor = await actorOf(socket);
    if (actor === null) return void socket.disconnect(true);
    const rooms = new Set(roomsOf(actor));
    for (const room of socket.rooms) if (room !== socket.id && !rooms.has(room)) void socket.leave(room);
    void socket.join([...rooms]);
  };
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
    rightsChanged: async () => {
      for (const socket of io.sockets.sockets.values()) await rejoin(socket);
    },
    connections: () => io.engine.clientsCount,
    stop: () => io.close(),
  };
};
