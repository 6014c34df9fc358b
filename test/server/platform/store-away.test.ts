// An outage of the store is not the fault of the act that met it: it is answered 503 and costs a job no retry.
import { describe, expect, it } from '@jest/globals';
import { isStoreAway } from '../../../server/platform/mongo/store-away.ts';

const named = (name: string, message = ''): Error => Object.assign(new Error(message), { name });

describe('an outage of the store', () => {
  it('is told by the driver, by the socket or by a label', () => {
    const errors = [
      named('MongoNetworkError', 'connect ECONNREFUSED'),
      named('MongooseServerSelectionError'),
      named('MongoPoolClearedError'),
      new Error('write EPIPE'),
      Object.assign(new Error('This socket has been ended by the other party'), { code: 'EPIPE' }),
      named('MongoBulkWriteError', 'read ECONNRESET'),
      Object.assign(named('MongoServerError'), {
        hasErrorLabel: (label: string) => label === 'TransientTransactionError',
      }),
    ];
    expect(errors.filter((error) => !isStoreAway(error)).map(({ name, message }) => `${name} ${message}`)).toEqual([]);
  });
  it('is not what an act does wrong', () => {
    const errors = [
      named('MongoServerError', 'E11000 duplicate key'),
      named('CastError', 'Cast to date failed'),
      new TypeError('Cannot read properties of undefined'),
    ];
    expect(errors.filter(isStoreAway)).toEqual([]);
    expect(isStoreAway('EPIPE')).toBe(false);
  });
});
