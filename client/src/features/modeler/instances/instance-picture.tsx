// The diagram of one case: taken ways dark, the current step marked with how long it has waited.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { mark, putBadges } from '../bpmn/badge.ts';
import { CanvasTools } from '../bpmn/canvas-tools.tsx';
import { useBpmn } from '../bpmn/use-bpmn.ts';
import { useViewer } from '../bpmn/use-viewer.ts';
import { durationWords, heatOf } from './duration.ts';
import type { Instance } from './instance-page.tsx';

export const InstancePicture = ({ instance, heat }: { instance: Instance; heat: boolean }) => {
  const { t } = useTranslation('models');
  const frame = useRef<HTMLDivElement>(null);
  const { host, diagram, error } = useBpmn(useViewer(), instance.content);
  const { elements, takenFlows } = instance;
  useEffect(() => {
    if (diagram === null) return;
    const of = (state: Instance['elements'][number]['state']): string[] =>
      elements.filter((element) => element.state === state).map(({ id }) => id);
    const longest = Math.max(0, ...elements.map(({ seconds }) => seconds));
    const marks = heat
      ? [1, 2, 3, 4].map((level) =>
          mark(
            diagram,
            `heat-${level}`,
            elements.filter(({ seconds }) => heatOf(seconds, longest) === level).map(({ id }) => id),
          ),
        )
      : [
          mark(diagram, 'is-done', of('completed')),
          mark(diagram, 'is-current', of('active')),
          mark(diagram, 'is-failing', of('incident')),
          mark(diagram, 'is-taken', takenFlows),
        ];
    const shown = heat
      ? elements.filter(({ seconds }) => seconds >= 60)
      : elements.filter(({ state }) => state === 'active');
    putBadges(
      diagram,
      'stay',
      shown.map(({ id, seconds, count }) => ({
        elementId: id,
        corner: 'left',
        title: t('stayTitle', { time: durationWords(t, seconds), count }),
        parts: [{ text: durationWords(t, seconds), tone: heat ? 'note' : 'count' }],
      })),
    );
    putBadges(
      diagram,
      'incidents',
      of('incident').map((elementId) => ({
        elementId,
        corner: 'right',
        title: t('incidents'),
        parts: [{ text: t('incidentsShort', { count: 1 }), tone: 'bad' }],
      })),
    );
    return () => {
      for (const undo of marks) undo();
    };
  }, [diagram, elements, takenFlows, heat, t]);
  return (
    <div className="diagram-frame" ref={frame}>
      {error === null ? null : (
        <div className="note bad" role="alert">
          {t('cannotDraw', { reason: error })}
        </div>
      )}
      <div className="diagram" ref={host} role="group" aria-label={t('pathPicture')} />
      <CanvasTools diagram={diagram} frame={frame} />
    </div>
  );
};
