// What a model may rely on outside itself; what is not given is not judged.
export type Known = {
  /** Job types that have a worker. */
  readonly jobTypes?: readonly string[];
  /** Messages somebody sends. */
  readonly messages?: readonly string[];
  /** Variables that each of them brings along. */
  readonly payloads?: Readonly<Record<string, readonly string[]>>;
  /** Variables that its callers hand to a process; it is not named where nobody tells. */
  readonly handedIn?: Readonly<Record<string, readonly string[]>>;
  readonly forms?: readonly string[];
  readonly decisions?: readonly string[];
  readonly processes?: readonly string[];
  /** Fields the server needs in the form of this id. */
  readonly answers?: Readonly<Record<string, readonly string[]>>;
  /** Rungs of the ladder table. */
  readonly rungs?: readonly string[] | undefined;
};
