// The gateway's service: the proto that the stock client ships, plus the calls it lacks.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { ServiceDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

/** Keys stay below 2^53, so that numbers hold them. */
const options = { keepCase: true, longs: Number, enums: String, defaults: true, oneofs: true };
const SERVICE = 'gateway_protocol.Gateway';

export function gatewayService(): ServiceDefinition {
  const stock = createRequire(import.meta.url).resolve('zeebe-node/proto/zeebe.proto');
  const extension = fileURLToPath(new URL('./extension.proto', import.meta.url));
  return { ...serviceIn(stock), ...serviceIn(extension) };
}

const serviceIn = (path: string): ServiceDefinition => loadSync(path, options)[SERVICE] as ServiceDefinition;
