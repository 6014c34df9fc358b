// The newer diagram with marks on what came and changed; the older one, for what went, is a switch away.
import { Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mark, putBadges } from '../bpmn/badge.ts';
import { CanvasTools } from '../bpmn/canvas-tools.tsx';
import { useBpmn } from '../bpmn/use-bpmn.ts';
import { useViewer } from '../bpmn/use-viewer.ts';
import type { Comparison } from './compare-models.ts';

type Props = { before: string; after: string; comparison: Comparison };

export const DifferencePicture = ({ before, after, comparison }: Props) => {
  const { t } = useTranslation('models');
  const frame = useRef<HTMLDivElement>(null);
  const [side, setSide] = useState<'after' | 'before'>('after');
  const { host, diagram } = useBpmn(useViewer(), side === 'after' ? after : before);
  useEffect(() => {
    if (diagram === null) return;
    const shown = comparison.changes.filter(({ kind }) => (side === 'after' ? kind !== 'removed' : kind !== 'added'));
    putBadges(
      diagram,
      'changes',
      shown
        .filter(({ type }) => type !== 'SequenceFlow' && type !== 'Process')
        .map(({ id, kind }) => ({
          elementId: id,
          corner: 'below' as const,
          title: t(`change.${kind}`),
          parts: [{ text: t(`change.${kind}`), tone: kind }],
        })),
    );
    const marks = (['added', 'changed', 'removed'] as const).map((kind) =>
      mark(
        diagram,
        `is-${kind}`,
        shown.filter((change) => change.kind === kind && change.type !== 'Process').map(({ id }) => id),
      ),
    );
    return () => {
      for (const undo of marks) undo();
    };
  }, [diagram, comparison, side, t]);
  return (
    <div className="difference">
      <Segmented
        aria-label={t('side')}
        value={side}
        onChange={setSide}
        options={[
          { value: 'after', label: t('sideAfter') },
          { value: 'before', label: t('sideBefore') },
        ]}
      />
      <div className="diagram-frame" ref={frame}>
        <div className="diagram" ref={host} role="group" aria-label={t('differencePicture')} />
        <CanvasTools diagram={diagram} frame={frame} />
      </div>
    </div>
  );
};
