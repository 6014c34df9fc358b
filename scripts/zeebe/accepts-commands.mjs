// Readiness is said before the gateway knows its partition: only an answered command proves it.
import { credentials, loadPackageDefinition, status } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { createRequire } from 'node:module';

const proto = createRequire(import.meta.url).resolve('zeebe-node/proto/zeebe.proto');
/** Well-formed for partition 1, and never given to anything. */
const ABSENT_KEY = String(2n ** 51n);
const ANSWER_WITHIN_MS = 2_000;

/** True when the broker says NOT_FOUND to a command about nothing. */
export function acceptsCommands(port) {
  const { gateway_protocol: api } = loadPackageDefinition(loadSync(proto, { longs: String }));
  const client = new api.Gateway(`127.0.0.1:${port}`, credentials.createInsecure());
  return new Promise((settle) => {
    client.UpdateJobRetries(
      { jobKey: ABSENT_KEY, retries: 1 },
      { deadline: Date.now() + ANSWER_WITHIN_MS },
      (error) => {
        client.close();
        settle(error?.code === status.NOT_FOUND);
      },
    );
  });
}
