// Which photos an answer asks for, and how those of the last round lie in it again.
import { describe, expect, it } from '@jest/globals';
import { handedIn, slotsOf } from '../../../../client/src/mobile/reply/slots.ts';
import { anEvidence, anIssue } from '../an-issue.ts';

const wanted = [
  { label: '整改前照片', phase: 'before', hint: '' },
  { label: '整改后照片', phase: 'after', hint: '' },
] as const;
const none = new Set<string>();

describe('the photos of an answer', () => {
  it('do not ask for the state before where the inspectors have taken it', () => {
    const slots = slotsOf(anIssue({ requiredEvidence: [...wanted], evidence: [anEvidence()] }), none);
    expect(slots.map((slot) => slot.label)).toEqual(['整改后照片']);
    expect(slots[0]?.before?.id).toBe('e1');
  });

  it('still ask for it when the only such photo is one this answer has just sent', () => {
    const issue = anIssue({ requiredEvidence: [...wanted], evidence: [anEvidence({ id: 'mine' })] });
    expect(slotsOf(issue, new Set(['mine'])).map((slot) => slot.phase)).toEqual(['before', 'after']);
  });

  it('keep their places when a photo of this phone has become the state before', () => {
    const first = slotsOf(anIssue({ requiredEvidence: [...wanted] }), none);
    const handed = anIssue({ requiredEvidence: [...wanted], evidence: [anEvidence({ id: 'mine', round: 1 })] });
    const second = slotsOf(handed, new Set(['mine']));
    expect(first.map((slot) => slot.key)).toEqual(['before-0', 'after-1']);
    expect(second.map((slot) => slot.key)).toEqual(['after-1']);
    expect(second[0]?.before?.id).toBe('mine');
  });

  it('pair each photo with the one of the same thing', () => {
    const issue = anIssue({
      requiredEvidence: [
        { label: '药柜照片', phase: 'after', hint: '' },
        { label: '去向牌照片', phase: 'after', hint: '' },
      ],
      evidence: [anEvidence({ id: 'board', label: '去向牌照片' }), anEvidence({ id: 'cupboard', label: '药柜照片' })],
    });
    expect(slotsOf(issue, none).map((slot) => slot.before?.id)).toEqual(['cupboard', 'board']);
  });

  it('of the last round lie in their slots again', () => {
    const issue = anIssue({
      requiredEvidence: [{ label: '药柜照片', phase: 'after', hint: '' }],
      rounds: [
        {
          round: 1,
          submittedAt: '',
          by: '',
          did: '',
          cause: '',
          verdict: 'failed',
          reason: '',
          decidedAt: null,
          decidedBy: '',
        },
      ],
      evidence: [
        anEvidence(),
        anEvidence({ id: 'a1', phase: 'after', round: 1 }),
        anEvidence({ id: 'a2', phase: 'after', round: 1, label: '近照' }),
      ],
    });
    expect(handedIn(issue, slotsOf(issue, none))).toEqual({ slots: { 'after-0': 'a1' }, more: ['a2'] });
  });
});
