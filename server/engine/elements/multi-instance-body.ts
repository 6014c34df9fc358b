// Multi-instance: one inner instance per item, side by side or one after the other (BPMN 2.0.2 §10.3.8).
import {
  activated,
  boundariesOf,
  childValue,
  completeSoon,
  completed,
  endScopeIfDone,
  innerTypeOf,
  nodeOf,
  propagate,
  setLocal,
  subscribe,
  terminateChildren,
  unsubscribeFrom,
  visibleVariables,
  type Behaviour,
  type Context,
  type Frame,
} from '../mechanics/index.ts';
import { done, fail, succeed, type Json, type Outcome } from '../protocol/index.ts';
import { itemsOf, loopOf } from './loop-variables.ts';
import { terminateScope } from './scope-end.ts';

export const multiInstanceBody: Behaviour = {
  activate: (ctx, frame) => {
    const items = itemsOf(ctx, frame);
    if (!items.ok) return items;
    const subscribed = subscribe(ctx, frame, boundariesOf(frame));
    if (!subscribed.ok) return subscribed;
    activated(ctx, frame);
    const { outputCollection, sequential } = loopOf(frame);
    const count = items.value.length;
    if (outputCollection !== undefined)
      setLocal(ctx, frame.value, frame.key, [[outputCollection, JSON.stringify(new Array(count).fill(null))]]);
    if (count === 0) completeSoon(ctx, frame);
    const begun = sequential ? items.value.slice(0, 1) : items.value;
    begun.forEach((item, index) => activateInner(ctx, frame, index + 1, item));
    return done;
  },
  complete: (ctx, frame) => {
    const { outputCollection } = loopOf(frame);
    const collected = outputCollection && ctx.state.variables.find(frame.key, outputCollection);
    if (collected) propagate(ctx, frame.value, frame.value.flowScopeKey, [[collected.name, collected.value]]);
    unsubscribeFrom(ctx, frame);
    return completed(ctx, frame);
  },
  terminate: terminateScope,
  childCompleting: (ctx, frame, child) => {
    const collected = collectOutput(ctx, frame, child);
    return collected.ok ? isSatisfied(ctx, frame, child) : collected;
  },
  childCompleted: (ctx, frame, child, satisfied) => {
    if (satisfied) {
      if (!terminateChildren(ctx, frame)) completeSoon(ctx, frame);
      return;
    }
    const items = loopOf(frame).sequential ? itemsOf(ctx, frame) : undefined;
    const place = ctx.state.elements.get(frame.key)?.loopCounter ?? 0;
    const item = items?.ok === true ? items.value[place] : undefined;
    if (item !== undefined) activateInner(ctx, frame, place + 1, item);
    else endScopeIfDone(ctx, frame);
  },
};

function activateInner(ctx: Context, frame: Frame, loopCounter: number, item: Json): void {
  const node = nodeOf(frame);
  const inner = { ...childValue(frame, node), bpmnElementType: innerTypeOf(node) };
  ctx.follow('PROCESS_INSTANCE.ACTIVATE_ELEMENT', -1, { ...inner, loopCounter, loopItem: JSON.stringify(item) });
}

function collectOutput(ctx: Context, frame: Frame, child: Frame): Outcome {
  const { outputCollection, outputElement } = loopOf(frame);
  if (outputCollection === undefined || outputElement === undefined) return done;
  const value = ctx.expressions.evaluate(outputElement, visibleVariables(ctx.state, child.key));
  if (!value.ok) return fail('EXTRACT_VALUE_ERROR', value.message, child.key);
  const collected = ctx.state.variables.find(frame.key, outputCollection);
  const before = collected === undefined ? [] : (JSON.parse(collected.value) as Json);
  if (!Array.isArray(before))
    return fail(
      'EXTRACT_VALUE_ERROR',
      `Unable to update an item in output collection '${outputCollection}' because the type of the output collection is not an array. This may happen when multiple BPMN elements write to the same variable.`,
      child.key,
    );
  const place = ctx.state.elements.get(child.key)?.loopCounter ?? 1;
  const after = before.map((item: Json, index) => (index === place - 1 ? value.value : item));
  setLocal(ctx, frame.value, frame.key, [[outputCollection, JSON.stringify(after)]]);
  return done;
}

function isSatisfied(ctx: Context, frame: Frame, child: Frame): Outcome<boolean> {
  const condition = loopOf(frame).completionCondition;
  const body = ctx.state.elements.get(frame.key);
  if (condition === undefined || body === undefined) return succeed(false);
  const variables = visibleVariables(ctx.state, child.key);
  const items = itemsOf(ctx, frame);
  const result = ctx.expressions.boolean(condition, {
    ...variables,
    numberOfInstances: items.ok ? items.value.length : 0,
    numberOfActiveInstances: body.children - 1,
    numberOfCompletedInstances: body.completedChildren + 1,
    numberOfTerminatedInstances: body.terminatedChildren,
  });
  return result.ok ? succeed(result.value) : fail('EXTRACT_VALUE_ERROR', result.message, child.key);
}
