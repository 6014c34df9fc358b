// Listens for changes by socket.io, loaded only when the page is up; says when too much may have been missed.
import type { Change } from '#contracts/realtime.ts';

export type RealtimeListener = {
  readonly onChange: (change: Change) => void;
  /** The line was down long enough that changes may be lost: read everything shown again. */
  readonly onResync: () => void;
  readonly onSignedOut: () => void;
  readonly onLine: (up: boolean) => void;
};
type Socket = {
  on(event: string, listener: (...values: never[]) => void): unknown;
  close(): unknown;
};

export const connectRealtime = (listener: RealtimeListener): (() => void) => {
  let socket: Socket | null = null;
  let closed = false;
  void import('socket.io-client').then(({ io }) => {
    if (closed) return;
    socket = listen(io({ path: '/live', transports: ['websocket', 'polling'] }), listener);
  });
  return () => {
    closed = true;
    socket?.close();
  };
};

const listen = (socket: Socket, listener: RealtimeListener): Socket => {
  let wasUp = false;
  socket.on('connect', () => {
    listener.onLine(true);
    // The server keeps no backlog: any gap, short or long, is read again.
    if (wasUp) listener.onResync();
    wasUp = true;
  });
  socket.on('disconnect', () => listener.onLine(false));
  socket.on('change', (change: Change) => listener.onChange(change));
  socket.on('signedOut', () => listener.onSignedOut());
  return socket;
};
