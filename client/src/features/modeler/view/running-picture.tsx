// The diagram with how many cases stand where, how many of them late, and what fails.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useWorkWords } from '../../../shared/i18n/index.ts';
import { mark, putBadges } from '../bpmn/badge.ts';
import { CanvasTools } from '../bpmn/canvas-tools.tsx';
import { useBpmn } from '../bpmn/use-bpmn.ts';
import { useViewer } from '../bpmn/use-viewer.ts';
import type { ModelDetail } from './model-aside.tsx';

export const RunningPicture = ({ model }: { model: ModelDetail }) => {
  const { t } = useTranslation('models');
  const work = useWorkWords();
  const frame = useRef<HTMLDivElement>(null);
  const { host, diagram, error } = useBpmn(useViewer(), model.content);
  const navigate = useNavigate();
  const { tokens, id, shownVersion } = model;
  useEffect(() => {
    if (diagram === null) return;
    putBadges(
      diagram,
      'tokens',
      tokens.map(({ elementId, count, overdue }) => ({
        elementId,
        corner: 'left',
        title: t('tokenTitle', { count, overdue }),
        parts: [
          { text: String(count), tone: 'count' },
          ...(overdue === 0 ? [] : [{ text: t('lateShort', { count: overdue }), tone: 'late' as const }]),
        ],
      })),
    );
    const failing = tokens.filter(({ incidents }) => incidents > 0);
    putBadges(
      diagram,
      'incidents',
      failing.map(({ elementId, incidents }) => ({
        elementId,
        corner: 'right',
        title: t('incidentsAll', { count: incidents }),
        parts: [{ text: t('incidentsShort', { count: incidents }), tone: 'bad' }],
      })),
    );
    return mark(
      diagram,
      'is-failing',
      failing.map(({ elementId }) => elementId),
    );
  }, [diagram, tokens, t]);
  useEffect(() => {
    if (diagram === null) return;
    const bus = diagram.get('eventBus');
    const open = ({ element }: { element: { id: string } }): void => {
      if (tokens.some(({ elementId }) => elementId === element.id))
        void navigate(`/models/${id}?version=${shownVersion}&tab=instances&state=active&element=${element.id}`);
    };
    bus.on('element.click', open);
    return () => bus.off('element.click', open);
  }, [diagram, tokens, navigate, id, shownVersion]);
  return (
    <div className="diagram-frame" ref={frame}>
      {error === null ? null : (
        <div className="note bad" role="alert">
          {t('cannotDraw', { reason: error })}
        </div>
      )}
      <div className="diagram" ref={host} role="group" aria-label={t('pictureOf', { name: work.name(model.name) })} />
      <div className="legend" aria-hidden>
        <span className="diagram-badge">
          <span className="tone-count">{t('legend.count')}</span>
        </span>
        <span className="diagram-badge">
          <span className="tone-late">{t('legend.late')}</span>
        </span>
        <span className="diagram-badge">
          <span className="tone-bad">{t('legend.failed')}</span>
        </span>
      </div>
      <CanvasTools diagram={diagram} frame={frame} />
    </div>
  );
};
