// Sets variables from outside, in one scope or where they are known.
import { propagateDocument, setLocal, splitDocument } from '../../mechanics/index.ts';
import { reject } from '../../protocol/index.ts';
import { accept, type Handler } from '../handler.ts';

export const updateVariables: Handler<'VARIABLE_DOCUMENT.UPDATE'> = (ctx, { value }) => {
  const { scopeKey, variables, updateSemantics } = value;
  const scope = ctx.state.elements.get(scopeKey);
  if (scope === undefined || scope.state === 'ELEMENT_TERMINATING')
    return reject(
      'NOT_FOUND',
      `Expected to update variables for element with key '${scopeKey}', but no such element was found`,
    );
  if (updateSemantics === 'LOCAL') setLocal(ctx, scope.value, scopeKey, splitDocument(variables));
  else propagateDocument(ctx, scope.value, scopeKey, variables);
  const key = ctx.nextKey();
  ctx.emit('VARIABLE_DOCUMENT.UPDATED', key, value);
  return accept(key);
};
