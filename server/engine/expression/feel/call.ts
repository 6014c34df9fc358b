// Calls by position and by parameter name: the scope's own functions first, then the built-ins.
import { builtins } from './builtins/registry.ts';
import type { Builtin } from './builtins/define.ts';
import { quotedText } from './text-of.ts';
import type { Compiled, Scope } from './scope.ts';
import { FeelFunction, Trouble, type Value } from './value.ts';

export function callFunction(name: string, args: readonly Compiled[]): Compiled {
  return (scope) => {
    const values = args.map((arg) => arg(scope));
    const own = scope.lookup(name);
    if (own instanceof FeelFunction && own.parameters.length === values.length)
      return settle(own.invoke(values), name, scope);
    for (const builtin of candidates(name)) {
      const result = builtin.call(values, scope);
      if (result !== undefined) return settle(result, name, scope);
    }
    return missing(name, values, scope);
  };
}

export function callNamed(name: string, args: readonly (readonly [string, Compiled])[]): Compiled {
  return (scope) => {
    const values = new Map(args.map(([parameter, arg]) => [parameter, arg(scope)] as const));
    const own = scope.lookup(name);
    if (own instanceof FeelFunction)
      return settle(own.invoke(own.parameters.map((parameter) => values.get(parameter) ?? null)), name, scope);
    for (const builtin of candidates(name)) {
      if (![...values.keys()].every((parameter) => builtin.parameters.includes(parameter))) continue;
      const given = builtin.parameters
        .slice(0, lastGiven(builtin, values) + 1)
        .map((parameter) => values.get(parameter) ?? null);
      const result = builtin.call(given, scope);
      if (result !== undefined) return settle(result, name, scope);
    }
    return missing(name, [...values.values()], scope);
  };
}

const candidates = (name: string): readonly Builtin[] => (Object.hasOwn(builtins, name) ? (builtins[name] ?? []) : []);

const lastGiven = (builtin: Builtin, values: ReadonlyMap<string, Value>): number =>
  builtin.parameters.reduce((last, parameter, index) => (values.has(parameter) ? index : last), -1);

function settle(value: Value, name: string, scope: Scope): Value {
  if (!(value instanceof Trouble)) return value;
  scope.run.warn('FUNCTION_INVOCATION_FAILURE', `Failed to invoke function '${name}': ${value.message}`);
  return null;
}

function missing(name: string, values: readonly Value[], scope: Scope): Value {
  if (candidates(name).length > 0) {
    const shown = values.map(quotedText).join(', ');
    scope.run.warn(
      'FUNCTION_INVOCATION_FAILURE',
      `Failed to invoke function '${name}': Illegal arguments: List(${shown})`,
    );
  } else scope.run.warn('NO_FUNCTION_FOUND', `No function found with name '${name}' and ${values.length} parameters`);
  return null;
}
