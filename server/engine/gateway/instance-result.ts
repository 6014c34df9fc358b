// Waits for an instance to end; a cancelled one never answers, as in Zeebe, and the caller's time runs out.
import { status } from '@grpc/grpc-js';
import { joinDocument, splitDocument } from '../mechanics/index.ts';
import type { Stream } from '../stream/index.ts';
import { CallError } from './errors.ts';

const DEFAULT_TIMEOUT = 15_000;

export function waitForResult(
  stream: Stream,
  processInstanceKey: number,
  timeout: number,
  names: readonly string[],
): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => {
        stream.awaited.forget(processInstanceKey);
        const details = `Time out between gateway and broker: the instance ${processInstanceKey} did not complete in time`;
        reject(new CallError(status.DEADLINE_EXCEEDED, details));
      },
      timeout > 0 ? timeout : DEFAULT_TIMEOUT,
    );
    stream.awaited.wait(processInstanceKey, (variables) => {
      clearTimeout(timer);
      resolve(only(variables, names));
    });
  });
}

const only = (variables: string, names: readonly string[]): string =>
  names.length === 0 ? variables : joinDocument(splitDocument(variables).filter(([name]) => names.includes(name)));
