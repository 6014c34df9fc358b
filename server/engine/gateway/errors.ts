// The one place where refusals become gRPC statuses.
import { status } from '@grpc/grpc-js';
import { PARTITION_ID, partitionOf, type Rejection, type RejectionType } from '../protocol/index.ts';

const codes: Readonly<Record<RejectionType, status>> = {
  INVALID_ARGUMENT: status.INVALID_ARGUMENT,
  NOT_FOUND: status.NOT_FOUND,
  ALREADY_EXISTS: status.ALREADY_EXISTS,
  INVALID_STATE: status.FAILED_PRECONDITION,
  PROCESSING_ERROR: status.INTERNAL,
  RESOURCE_EXHAUSTED: status.RESOURCE_EXHAUSTED,
};

/** What a call ends with when it does not succeed. */
export class CallError extends Error {
  readonly code: status;
  readonly details: string;

  constructor(code: status, details: string) {
    super(details);
    this.code = code;
    this.details = details;
  }
}

export const rejected = (commandType: string, { rejection, reason }: Rejection): CallError =>
  new CallError(
    codes[rejection],
    rejection === 'RESOURCE_EXHAUSTED'
      ? reason
      : `Command '${commandType.slice(commandType.indexOf('.') + 1)}' rejected with code '${rejection}': ${reason}`,
  );

export const invalid = (details: string): CallError => new CallError(status.INVALID_ARGUMENT, details);

/** Keys name their partition; there is only the one. */
export function checkPartition(key: number): void {
  const partition = partitionOf(key);
  if (partition !== PARTITION_ID)
    throw new CallError(
      status.UNAVAILABLE,
      `Expected to execute command on partition ${partition}, but either it does not exist, or the gateway is not yet aware of it`,
    );
}

export function checkTenant(method: string, tenantId: string): void {
  if (tenantId !== '' && tenantId !== '<default>')
    throw invalid(
      `Expected to handle gRPC request ${method} with tenant identifier '${tenantId}', but multi-tenancy is disabled`,
    );
}

export function asCallError(error: unknown): CallError {
  if (error instanceof CallError) return error;
  return new CallError(status.UNAVAILABLE, error instanceof Error ? error.message : String(error));
}
