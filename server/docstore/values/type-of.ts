// Which BSON type a decoded value has, its number and alias, and where its type stands in the sort order.
export type TypeName =
  | 'minKey'
  | 'undefined'
  | 'null'
  | 'int'
  | 'long'
  | 'double'
  | 'decimal'
  | 'string'
  | 'symbol'
  | 'object'
  | 'array'
  | 'binData'
  | 'objectId'
  | 'bool'
  | 'date'
  | 'timestamp'
  | 'regex'
  | 'dbPointer'
  | 'javascript'
  | 'javascriptWithScope'
  | 'maxKey';

const wrapped: Record<string, TypeName> = {
  Int32: 'int',
  Long: 'long',
  Double: 'double',
  Decimal128: 'decimal',
  ObjectId: 'objectId',
  ObjectID: 'objectId',
  Binary: 'binData',
  Timestamp: 'timestamp',
  BSONRegExp: 'regex',
  BSONSymbol: 'symbol',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
  DBRef: 'object',
  Code: 'javascript',
};

export function typeOf(value: unknown): TypeName {
  switch (typeof value) {
    case 'number':
      return Number.isInteger(value) && value >= -0x80000000 && value <= 0x7fffffff && !Object.is(value, -0)
        ? 'int'
        : 'double';
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    case 'bigint':
      return 'long';
    case 'undefined':
      return 'undefined';
    case 'object':
      return typeOfObject(value);
    default:
      return 'javascript';
  }
}

function typeOfObject(value: object | null): TypeName {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regex';
  if (value instanceof Uint8Array) return 'binData';
  if ('_bsontype' in value && !Object.hasOwn(value, '_bsontype')) {
    const name = wrapped[String(value._bsontype)];
    if (name === 'javascript' && 'scope' in value && value.scope) return 'javascriptWithScope';
    if (name) return name;
  }
  return 'object';
}

/** MongoDB's order of types: values of different rank compare by rank alone. */
const ranks: Record<TypeName, number> = {
  minKey: 1,
  undefined: 3,
  null: 5,
  int: 10,
  long: 10,
  double: 10,
  decimal: 10,
  string: 15,
  symbol: 15,
  object: 20,
  array: 25,
  binData: 30,
  objectId: 35,
  bool: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  dbPointer: 55,
  javascript: 60,
  javascriptWithScope: 65,
  maxKey: 120,
};

export const NUMBER_RANK = ranks.int;
export function rankOf(value: unknown): number {
  return ranks[typeOf(value)];
}

const codes: Record<TypeName, number> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  dbPointer: 12,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
};
const byAlias = new Map<string, TypeName>();
const byCode = new Map<number, TypeName>();
for (const [name, code] of Object.entries(codes)) {
  const known = Object.keys(codes).find((candidate): candidate is TypeName => candidate === name);
  if (known) {
    byAlias.set(name, known);
    byCode.set(code, known);
  }
}

/** The types a `$type` operand names: an alias, `number`, or a code. */
export function typesNamed(operand: string | number): TypeName[] | undefined {
  if (operand === 'number') return ['int', 'long', 'double', 'decimal'];
  const found = typeof operand === 'string' ? byAlias.get(operand) : byCode.get(operand);
  return found ? [found] : undefined;
}
