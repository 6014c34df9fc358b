// Running numbers without gaps: one counter a series, drawn inside the transaction that uses the number.
import { Schema, type ClientSession, type Connection } from 'mongoose';

type Counter = { readonly _id: string; readonly value: number };
const schema = new Schema<Counter>(
  { _id: String, value: Number },
  { strict: 'throw', versionKey: false, autoIndex: false, autoCreate: false },
);

export type Counters = { next(session: ClientSession, series: string): Promise<number> };

export const createCounters = (connection: Connection): Counters => {
  // several slices draw numbers
  const model = connection.modelNames().includes('Counter')
    ? connection.model<Counter>('Counter')
    : connection.model<Counter>('Counter', schema, 'counters');
  return {
    next: async (session, series) => {
      const drawn = await model
        .findOneAndUpdate({ _id: series }, { $inc: { value: 1 } }, { upsert: true, returnDocument: 'after', session })
        .lean<Counter>();
      if (drawn === null) throw new Error(`Expected a number of series ${series}`);
      return drawn.value;
    },
  };
};

/** 7 → 007; longer numbers keep all digits. */
export const threeDigits = (value: number): string => String(value).padStart(3, '0');
