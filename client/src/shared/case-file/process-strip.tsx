// The case's place in its process, drawn from the model and the history: done, current, future, returns.
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '#contracts/tasks.ts';
import { useWorkWords } from '../i18n/index.ts';
import { shortDay } from '../time/index.ts';
import { layStrip } from './strip-layout.ts';
import type { StripBox } from './strip-layout.ts';
import './process-strip.css';

type Strip = NonNullable<TaskDetail['strip']>;

export const ProcessStrip = ({ strip: named }: { strip: Strip }) => {
  const { t } = useTranslation('shared');
  const strip = useWorkWords().strip(named);
  const layout = layStrip(strip);
  const names = (state: string): string =>
    strip.steps
      .filter((step) => step.state === state)
      .map((step) => step.name)
      .join('、') || t('process.none');
  const label = t('process.label', {
    name: strip.processName,
    version: strip.version,
    done: names('done'),
    current: names('current'),
    future: names('future'),
  });
  return (
    // focusable because it scrolls sideways on narrow screens
    <div className="strip" tabIndex={0} role="region" aria-label={strip.processName}>
      <svg width={layout.width} height={layout.height} role="img" aria-label={label}>
        <circle className="strip-event" cx={layout.start} cy={layout.middle} r={8} />
        {layout.flows.map((flow) => (
          <path
            key={flow.from}
            className="strip-flow"
            d={`M${flow.from} ${layout.middle}H${flow.to - 5}`}
            markerEnd="url(#strip-arrow)"
          />
        ))}
        {layout.boxes.map((box) => (
          <StripStep key={box.id} box={box} middle={layout.middle} today={t('process.today')} />
        ))}
        <circle className="strip-event end" cx={layout.end} cy={layout.middle} r={8} />
        {layout.returns.map((back) => (
          <g key={`${back.from}-${back.to}-${back.y}`} className="strip-return">
            <path
              d={`M${back.fromX} ${layout.middle + 36}V${back.y}H${back.toX}V${layout.middle + 40}`}
              markerEnd="url(#strip-back)"
            />
            <text x={(back.fromX + back.toX) / 2} y={back.y + 4}>
              {t('process.returned', { count: back.count, day: shortDay(back.lastAt) })}
            </text>
          </g>
        ))}
        <defs>
          <marker id="strip-arrow" viewBox="0 0 6 6" refX={3} refY={3} markerWidth={6} markerHeight={6} orient="auto">
            <path d="M0 0 6 3 0 6z" fill="#8a939d" />
          </marker>
          <marker id="strip-back" viewBox="0 0 6 6" refX={3} refY={3} markerWidth={6} markerHeight={6} orient="auto">
            <path d="M0 0 6 3 0 6z" fill="#8f5200" />
          </marker>
        </defs>
      </svg>
    </div>
  );
};

const StripStep = ({ box, middle, today }: { box: StripBox; middle: number; today: string }) => (
  <g className={`strip-step ${box.state}`}>
    <rect x={box.x} y={middle - 15} width={box.width} height={30} rx={4} />
    <text x={box.x + box.width / 2} y={middle + 5}>
      {box.name}
    </text>
    <text className="strip-day" x={box.x + box.width / 2} y={middle + 31}>
      {box.state === 'current' ? today : box.at === null ? '' : shortDay(box.at)}
    </text>
  </g>
);
