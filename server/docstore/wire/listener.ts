// Listens on loopback or a unix socket and hands each connection's messages over, one after the other.
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import type { Log } from '../clock.ts';
import type { Doc } from '../values/document.ts';
import { HEADER_BYTES, MAX_MESSAGE_BYTES, ProtocolError, readMessage, writeReply } from './message.ts';
import type { Request } from './message.ts';

export interface Connection {
  readonly id: number;
  /** Aborted when the peer is gone. */
  readonly signal: AbortSignal;
}

export interface Handler {
  answer(request: Request, connection: Connection): Promise<Doc>;
  disconnected(connection: Connection): void;
}

export interface Listener {
  port: number | undefined;
  connections(): number;
  close(): Promise<void>;
}

export type Address = { host: string; port: number } | { socket: string };

export async function listen(address: Address, handler: Handler, log: Log): Promise<Listener> {
  const sockets = new Map<Socket, { busy: boolean }>();
  let lastId = 0;
  let closing = false;
  const server = createServer((socket) => {
    const state = { busy: false };
    sockets.set(socket, state);
    serve(socket, ++lastId, handler, log, (busy) => {
      state.busy = busy;
      if (closing && !busy) socket.destroy();
    });
    socket.on('close', () => sockets.delete(socket));
  });
  await bind(server, address);
  const bound = server.address();
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : undefined,
    connections: () => sockets.size,
    close: async () => {
      closing = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // commands under way are answered first
      for (const [socket, state] of sockets) if (!state.busy) socket.destroy();
      await closed;
    },
  };
}

function bind(server: Server, address: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const options = 'socket' in address ? { path: address.socket } : { host: address.host, port: address.port };
    server.listen(options, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function serve(socket: Socket, id: number, handler: Handler, log: Log, busy: (is: boolean) => void): void {
  const gone = new AbortController();
  const connection: Connection = { id, signal: gone.signal };
  const incoming = frames();
  let queue = Promise.resolve();
  let waiting = 0;
  const closeFor = (error: unknown): void => {
    log.warn({ connection: id, error: error instanceof Error ? error.message : String(error) }, 'connection closed');
    socket.destroy();
  };
  const handle = async (message: Buffer): Promise<void> => {
    const request = readMessage(message);
    const reply = await handler.answer(request, connection);
    if (request.answers && !socket.destroyed) socket.write(writeReply(request, reply));
  };
  socket.setNoDelay(true);
  socket.on('data', (chunk: Buffer) => {
    try {
      for (const message of incoming(chunk)) {
        busy(++waiting > 0);
        queue = queue
          .then(() => handle(message))
          .catch(closeFor)
          .finally(() => busy(--waiting > 0));
      }
    } catch (error) {
      closeFor(error);
    }
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    gone.abort();
    handler.disconnected(connection);
  });
}

/** Cuts the byte stream into whole messages. */
function frames(): (chunk: Buffer) => Buffer[] {
  let held: Buffer[] = [];
  let size = 0;
  return (chunk) => {
    held.push(chunk);
    size += chunk.length;
    const messages: Buffer[] = [];
    while (size >= HEADER_BYTES) {
      const first = held[0];
      if (!first || first.length < 4) held = [Buffer.concat(held)];
      const length = held[0]?.readInt32LE(0) ?? 0;
      if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES)
        throw new ProtocolError(`A message of ${length} bytes is not accepted`);
      if (size < length) break;
      const all = held.length === 1 ? (held[0] ?? chunk) : Buffer.concat(held);
      messages.push(all.subarray(0, length));
      held = [all.subarray(length)];
      size -= length;
    }
    return messages;
  };
}
