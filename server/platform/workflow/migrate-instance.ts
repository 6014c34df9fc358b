// The one call the stock client does not know, sent over its own channel: same address, TLS and credentials.
import type { Client, Metadata, MethodDefinition } from '@grpc/grpc-js';
import { loadSync, type ServiceDefinition } from '@grpc/proto-loader';
import { fileURLToPath } from 'node:url';
import type { ZBClient } from 'zeebe-node';
import { systemClock } from '../clock.ts';
import type { ElementMapping } from '../slice.ts';

const { MigrateProcessInstance: method } = loadSync(fileURLToPath(new URL('./migration.proto', import.meta.url)), {
  longs: String,
})['gateway_protocol.Gateway'] as ServiceDefinition & { MigrateProcessInstance: MethodDefinition<object, object> };

/** Private in zeebe-node, whose version is pinned: the channel and the tokens of its environment. */
type Inside = { readonly grpc: { readonly client: Client; getAuthToken(): Promise<Metadata> } };

const answerMs = 20_000;

export type Migration = {
  readonly instanceKey: string;
  readonly targetKey: string;
  readonly mapping: readonly ElementMapping[];
};
export const migrateInstance = async (client: ZBClient, { instanceKey, targetKey, mapping }: Migration) => {
  const { grpc } = client as unknown as Inside;
  const metadata = await grpc.getAuthToken();
  const request = {
    processInstanceKey: instanceKey,
    migrationPlan: {
      targetProcessDefinitionKey: targetKey,
      mappingInstructions: mapping.map(({ from, to }) => ({ sourceElementId: from, targetElementId: to })),
    },
  };
  await new Promise<void>((resolve, reject) => {
    grpc.client.makeUnaryRequest(
      method.path,
      method.requestSerialize,
      method.responseDeserialize,
      request,
      metadata,
      { deadline: systemClock.now() + answerMs },
      (error) => (error === null ? resolve() : reject(error)),
    );
  });
};
