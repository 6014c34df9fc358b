// Stages as overlapping lanes over the months, submission dates as diamonds, one line for today.
import { useTranslation } from 'react-i18next';
import type { CampaignOverview } from '#contracts/campaigns.ts';
import { isoDay, serverNow, shortDay } from '../../../shared/time/index.ts';
import { trackDays, trackScale } from './track-scale.ts';
import type { TrackScale } from './track-scale.ts';
import { useLaneWords } from './use-lane-words.ts';

type Lane = CampaignOverview['lanes'][number];

export const StageTrack = ({ lanes }: { lanes: readonly Lane[] }) => {
  const { t } = useTranslation('campaign');
  const today = isoDay(serverNow());
  const scale = trackScale(trackDays([...lanes], today));
  const words = useLaneWords();
  const span = (lane: Lane): string =>
    `${lane.start === null ? '—' : shortDay(lane.start)} ${t('to')} ${lane.end === null ? '—' : shortDay(lane.end)}`;
  return (
    <section className="track" tabIndex={0} role="region" aria-label={t('track')}>
      <table className="visually-hidden">
        <caption>{t('track')}</caption>
        <tbody>
          {lanes.map((lane) => (
            <tr key={lane.code}>
              <th scope="row">{words.name(lane)}</th>
              <td>{span(lane)}</td>
              <td>{t(`laneState.${lane.state}`)}</td>
              <td>{words.dates(lane)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="track-drawing" aria-hidden>
        <div className="track-months">
          {scale.months
            .filter((month) => Math.abs(month.left + 1 - scale.at(today)) > 3.5)
            .map((month) => (
              <span key={month.day} style={{ left: `${month.left}%` }}>
                {month.day.endsWith('-01-01') ? `${month.day.slice(0, 4)} ` : ''}
                {t(`month.${Number(month.day.slice(5, 7))}`)}
              </span>
            ))}
          <b className="track-today" style={{ left: `${scale.at(today)}%` }}>
            {t('today')}
          </b>
        </div>
        {lanes.map((lane) => (
          <div key={lane.code} className="track-lane">
            <span className="track-name clip">{words.name(lane)}</span>
            <span className="track-row">
              <LaneBar lane={lane} scale={scale} today={today} words={words.dates(lane)} mark={words.milestone(lane)} />
            </span>
          </div>
        ))}
        <i className="track-now" style={{ '--at': scale.at(today) / 100 } as React.CSSProperties} />
      </div>
    </section>
  );
};

type BarProps = { lane: Lane; scale: TrackScale; today: string; words: string; mark: string };
const LaneBar = ({ lane, scale, today, words, mark }: BarProps) => {
  if (lane.start === null || lane.end === null)
    return (
      <span className="track-words" style={{ left: 0 }}>
        {words}
      </span>
    );
  const [left, right, now] = [scale.at(lane.start), scale.at(lane.end), scale.at(today)];
  const marks = lane.milestones.map(({ at }) => scale.at(isoDay(at)));
  const edge = Math.max(right, ...marks);
  const wordsLeft = edge < 62;
  return (
    <>
      <i className={`track-bar ${lane.state}`} style={{ left: `${left}%`, width: `${Math.max(0.6, right - left)}%` }} />
      {lane.state === 'running' ? (
        <i
          className="track-bar past"
          style={{ left: `${left}%`, width: `${Math.max(0, Math.min(now, right) - left)}%` }}
        />
      ) : null}
      {lane.milestones.map(({ at }) => (
        <i key={at} className="track-mark" title={mark} style={{ left: `${scale.at(isoDay(at))}%` }} />
      ))}
      <span
        className="track-words"
        style={wordsLeft ? { left: `calc(${edge}% + 12px)` } : { right: `calc(${100 - left}% + 12px)` }}
      >
        {words}
      </span>
    </>
  );
};
