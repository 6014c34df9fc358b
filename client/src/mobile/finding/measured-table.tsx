// 应有 · 查到 · 还差: only the gap is red.
import type { ReactElement } from 'react';
import type { MeasuredItem } from '#contracts/issues.ts';
import { say } from '../words/index.ts';

export const gapOf = (item: MeasuredItem): number | null => {
  const has = item.counted ?? item.found;
  if (has === null) return null;
  if (item.op === '>=') return Math.max(0, item.standard - has);
  if (item.op === '<=') return Math.max(0, has - item.standard);
  return Math.abs(item.standard - has);
};

export const MeasuredTable = ({ items, place }: { items: readonly MeasuredItem[]; place: string }): ReactElement => (
  <table className="table">
    <thead>
      <tr>
        <th scope="col">{place}</th>
        <th scope="col">{say('finding.should')}</th>
        <th scope="col">{say('finding.found')}</th>
        <th scope="col">{say('finding.gap')}</th>
      </tr>
    </thead>
    <tbody>
      {items.map((item) => {
        const gap = gapOf(item);
        const has = item.counted ?? item.found;
        return (
          <tr key={item.code}>
            <th scope="row">{item.label}</th>
            <td>{item.standard + item.unit}</td>
            <td>{has === null ? say('finding.unknown') : has + item.unit}</td>
            <td className={gap !== null && gap > 0 ? 'gap' : ''}>
              {gap === null ? say('finding.unknown') : gap + item.unit}
            </td>
          </tr>
        );
      })}
    </tbody>
  </table>
);
