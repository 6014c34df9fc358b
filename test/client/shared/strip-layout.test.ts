// The process strip.
import { describe, expect, it } from '@jest/globals';
import { layStrip, nameWidth } from '../../../client/src/shared/case-file/strip-layout.ts';

const step = (id: string, name: string) => ({ id, name, state: 'done' as const, at: null });
const strip = (returns: { from: string; to: string; count: number; lastAt: string }[]) => ({
  processName: 'p',
  version: 1,
  instanceKey: '1',
  steps: [step('a', '登记问题'), step('b', '核查'), step('c', '审批销号')],
  returns,
});

describe('the process strip', () => {
  it('puts steps beside each other without overlap', () => {
    const { boxes, end } = layStrip(strip([]));
    for (const [index, box] of boxes.entries()) expect(box.x + box.width).toBeLessThan(boxes[index + 1]?.x ?? end);
  });
  it('gives each return a lane of its own and leaves out one it cannot place', () => {
    const back = { count: 1, lastAt: '2019-07-10' };
    const { returns, height } = layStrip(
      strip([
        { ...back, from: 'c', to: 'a' },
        { ...back, from: 'b', to: 'a' },
        { ...back, from: 'x', to: 'a' },
      ]),
    );
    expect(new Set(returns.map((each) => each.y)).size).toBe(2);
    expect(height).toBeGreaterThan(Math.max(...returns.map((each) => each.y)));
  });
  it('gives long names room', () => {
    expect(nameWidth('负责人签字')).toBeGreaterThan(nameWidth('核查'));
  });
});
