// What a refusal says of single fields, said at them.
import { useEffect, useRef, type RefObject } from 'react';
import { ProblemError } from '../api/index.ts';
import { useText } from '../i18n/index.ts';

/** By the path the server names. */
export type Faults = ReadonlyMap<string, string>;

export const useFaults = (error: unknown): Faults => {
  const say = useText();
  return new Map(error instanceof ProblemError ? error.fields.map(({ path, message }) => [path, say(message)]) : []);
};

/** A refusal takes whoever fills the form to the first field it names. */
export const useFaultFocus = (error: unknown): RefObject<HTMLDivElement | null> => {
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // a select repeats the mark on parts that take no focus
    const first = ':is(input, textarea)[aria-invalid="true"]';
    if (error !== null) form.current?.querySelector<HTMLElement>(first)?.focus();
  }, [error]);
  return form;
};

const wordsId = (id: string): string => `${id}-fault`;

export const faultyInput = (id: string, fault: string | undefined) =>
  fault === undefined ? {} : { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': wordsId(id) };

export const FieldFault = ({ id, fault }: { id: string; fault: string | undefined }) =>
  fault === undefined ? null : (
    <div id={wordsId(id)} className="field-fault small tone-bad">
      {fault}
    </div>
  );
