// MongoDB's error codes and the one exception that carries them to the answer.
import type { Doc } from './values/document.ts';

const codes = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  Unauthorized: 13,
  TypeMismatch: 14,
  InvalidLength: 16,
  IllegalOperation: 20,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  IndexAlreadyExists: 68,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  OperationFailed: 96,
  WriteConflict: 112,
  CommandNotSupported: 115,
  CannotIndexParallelArrays: 171,
  InvalidPipelineOperator: 168,
  TransactionTooOld: 225,
  NoSuchTransaction: 251,
  TransactionCommitted: 256,
  TransactionTooLarge: 257,
  OperationNotSupportedInTransaction: 263,
  InvalidIndexSpecificationOption: 197,
  InterruptedAtShutdown: 11600,
  LockTimeout: 24,
  QueryExceededMemoryLimit: 292,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  ChangeStreamUnavailable: 40573,
  UnknownStage: 40324,
  ProjectionMix: 31254,
  Location31253: 31253,
  Location51091: 51091,
  CursorInUse: 12051,
} as const;
export type CodeName = keyof typeof codes;

/** Thrown anywhere below a command, answered in one place (`commands/answer.ts`). */
export class CommandError extends Error {
  readonly code: number;
  readonly codeName: CodeName;
  readonly extra: Doc;
  readonly labels: string[];
  constructor(codeName: CodeName, message: string, extra: Doc = {}, labels: string[] = []) {
    super(message);
    this.name = 'CommandError';
    this.codeName = codeName;
    this.code = codes[codeName];
    this.extra = extra;
    this.labels = labels;
  }
}

export function badValue(message: string): CommandError {
  return new CommandError('BadValue', message);
}

export function parseError(message: string): CommandError {
  return new CommandError('FailedToParse', message);
}

export function notSupported(what: string): CommandError {
  return new CommandError('CommandNotSupported', `${what} is not supported by the embedded document store`);
}

/** The transaction may be run again from its start. */
export const TRANSIENT = 'TransientTransactionError';

export function writeConflict(): CommandError {
  return new CommandError(
    'WriteConflict',
    'Write conflict: another operation changed this document; run the transaction again',
    {},
    [TRANSIENT],
  );
}

export function duplicateKey(
  namespace: string,
  index: string,
  keyPattern: Doc,
  keyValue: Doc,
  shown: string,
): CommandError {
  const message = `E11000 duplicate key error collection: ${namespace} index: ${index} dup key: ${shown}`;
  return new CommandError('DuplicateKey', message, { keyPattern, keyValue });
}
