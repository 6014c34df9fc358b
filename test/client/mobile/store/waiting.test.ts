// Photos on the phone inside an answer, and the evidence that takes their place.
import { describe, expect, it } from '@jest/globals';
import { localRef, proofIn, refsIn, resolveRefs, uploadOf } from '../../../../client/src/mobile/store/waiting.ts';

const answer = {
  did: '补齐',
  photos: [localRef('p1'), 'e7'],
  signature: { evidenceId: localRef('s1'), statement: '属实' },
  run: { x: { before: [localRef('p2')], count: 3, ok: true, nothing: null } },
};

describe('an answer with photos of this phone', () => {
  it('names them at any depth', () => {
    expect(refsIn(answer)).toEqual(['p1', 's1', 'p2']);
  });

  it('carries the evidence in their place once they are sent', () => {
    const sent = resolveRefs(answer, (id) => `evidence-${id}`);
    expect(sent).toMatchObject({
      photos: ['evidence-p1', 'e7'],
      signature: { evidenceId: 'evidence-s1' },
      run: { x: { before: ['evidence-p2'], count: 3, ok: true, nothing: null } },
    });
  });

  it('leaves out what is not sent yet, and nothing else', () => {
    expect(resolveRefs(answer, () => null)).toEqual({
      did: '补齐',
      photos: ['e7'],
      signature: { statement: '属实' },
      run: { x: { before: [], count: 3, ok: true, nothing: null } },
    });
  });

  it('counts every proof once, here or there', () => {
    const body = {
      photos: ['local:p1', 'e7'],
      signature: { evidenceId: 'local:s1' },
      answers: [{ evidence: ['e7'], afterEvidence: ['e8'] }],
    };
    expect(proofIn(body)).toEqual(['local:p1', 'e7', 'local:s1', 'e8']);
  });

  it('is told from evidence by its name', () => {
    expect([uploadOf(localRef('p1')), uploadOf('e7')]).toEqual(['p1', null]);
  });
});
