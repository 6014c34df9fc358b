// Ready sentences in a text that stays the writer's own.
import { describe, expect, it } from '@jest/globals';
import { withSentence, withoutSentence } from '../../../../client/src/mobile/reply/sentences.ts';

describe('a ready sentence', () => {
  it('closes what stands before it', () => {
    expect(withSentence('6月22日领了药', '列了清单。')).toBe('6月22日领了药。列了清单。');
    expect(withSentence('', '列了清单。')).toBe('列了清单。');
  });

  it('goes out again and leaves the rest as it was', () => {
    expect(withoutSentence('6月22日领了药。列了清单。', '列了清单。')).toBe('6月22日领了药。');
    expect(withoutSentence('列了清单。补了7种。', '列了清单。')).toBe('补了7种。');
  });
});
