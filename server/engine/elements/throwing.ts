// What throw and end events send: signals, escalations, errors.
import {
  catchEvent,
  findCatcher,
  localEntries,
  joinDocument,
  nodeOf,
  uncaughtError,
  visibleVariables,
  type Catcher,
  type Context,
  type Frame,
} from '../mechanics/index.ts';
import { fail, succeed, type Outcome } from '../protocol/index.ts';

export function prepareSignal(ctx: Context, frame: Frame): Outcome<() => void> {
  const event = nodeOf(frame).event;
  if (event?.type !== 'signal') throw new Error('Expected a signal event');
  const name = ctx.expressions.string(event.name, visibleVariables(ctx.state, frame.key));
  if (!name.ok) return fail('EXTRACT_VALUE_ERROR', name.message);
  const variables = joinDocument(localEntries(ctx.state, frame.key));
  return succeed(() => ctx.follow('SIGNAL.BROADCAST', -1, { signalName: name.value, variables }));
}

export function codeOf(ctx: Context, frame: Frame): Outcome<string> {
  const event = nodeOf(frame).event;
  if (event?.type !== 'escalation' && event?.type !== 'error') throw new Error('Expected an error or escalation');
  if (event.code === undefined) return succeed('');
  const code = ctx.expressions.string(event.code, visibleVariables(ctx.state, frame.key));
  return code.ok ? succeed(code.value) : fail('EXTRACT_VALUE_ERROR', code.message);
}

/** True when the thrower may go on: nobody caught it, or whoever did does not interrupt. */
export function throwEscalation(ctx: Context, frame: Frame, code: string): boolean {
  const { catcher } = findCatcher(ctx, 'escalation', code, frame.value.flowScopeKey);
  const variables = joinDocument(localEntries(ctx.state, frame.key));
  if (catcher !== undefined) catchEvent(ctx, catcher.frame, catcher.node, variables);
  ctx.emit(catcher === undefined ? 'ESCALATION.NOT_ESCALATED' : 'ESCALATION.ESCALATED', ctx.nextKey(), {
    escalationCode: code,
    throwElementId: frame.value.elementId,
    catchElementId: catcher?.node.id ?? '',
    processInstanceKey: frame.value.processInstanceKey,
  });
  return catcher === undefined || catcher.node.interrupting === false;
}

export function findErrorCatcher(ctx: Context, frame: Frame, code: string): Outcome<Catcher> {
  const search = findCatcher(ctx, 'error', code, frame.value.flowScopeKey);
  if (search.catcher !== undefined) return succeed(search.catcher);
  return fail('UNHANDLED_ERROR_EVENT', uncaughtError(code, '', search));
}
