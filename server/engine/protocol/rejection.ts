// Why a command was refused; the gateway alone turns it into a gRPC status.

export type RejectionType =
  'INVALID_ARGUMENT' | 'NOT_FOUND' | 'ALREADY_EXISTS' | 'INVALID_STATE' | 'PROCESSING_ERROR' | 'RESOURCE_EXHAUSTED';

export type Rejection = { readonly ok: false; readonly rejection: RejectionType; readonly reason: string };

export const reject = (rejection: RejectionType, reason: string): Rejection => ({ ok: false, rejection, reason });
