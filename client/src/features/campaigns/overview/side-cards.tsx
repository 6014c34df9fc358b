// Ranking of townships, counts on the ladder, the next deadlines, and what waits for this person's decision.
import { ArrowDownOutlined, ArrowUpOutlined, ExclamationCircleFilled, RightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CampaignOverview } from '#contracts/campaigns.ts';
import { queryString } from '../../../shared/api/index.ts';
import { useWorkWords } from '../../../shared/i18n/index.ts';
import { useMay } from '../../../shared/session/index.ts';
import { clockTime, shortDay, weekday } from '../../../shared/time/index.ts';
import { Bar, Card, DueTag } from '../../../shared/ui/index.ts';

type Props = { overview: CampaignOverview };
type Deadline = CampaignOverview['deadlines'][number];
const low = 50;

export const RankingCard = ({ overview }: Props) => {
  const { t } = useTranslation('campaign');
  // one township alone is no ranking
  if (overview.ranking.length < 2) return null;
  return (
    <Card title={t('ranking')} note={t('rankingNote')}>
      <table className="plain-table">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('place')}</th>
            <th scope="col">{t('town')}</th>
            <th scope="col">{t('rate')}</th>
            <th scope="col">{t('share')}</th>
            <th scope="col">{t('change')}</th>
          </tr>
        </thead>
        <tbody>
          {overview.ranking.map((town, index) => (
            <tr key={town.townId}>
              <td className="quiet">{index + 1}</td>
              <th scope="row">
                <Link to={`/ledger?campaignId=${overview.id}&townId=${town.townId}`}>{town.name}</Link>
              </th>
              <td>
                <Bar percent={town.percent} color={town.percent < low ? 'var(--bad)' : 'var(--bar)'} />{' '}
                {t('shared:unit.percent', { value: town.percent })}{' '}
                {town.percent < low ? (
                  <ExclamationCircleFilled className="tone-bad" aria-label={t('belowHalf')} />
                ) : null}
              </td>
              <td className="support">
                {town.done}/{town.of}
              </td>
              <td className="num support">
                <RankChange change={town.change} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
};

const RankChange = ({ change }: { change: number }) => {
  const { t } = useTranslation('campaign');
  if (change === 0) return <>—</>;
  return change > 0 ? (
    <span aria-label={t('up', { count: change })}>
      <ArrowUpOutlined aria-hidden /> {change}
    </span>
  ) : (
    <span aria-label={t('down', { count: -change })}>
      <ArrowDownOutlined aria-hidden /> {-change}
    </span>
  );
};

export const LadderCard = ({ overview }: Props) => {
  const { t } = useTranslation('campaign');
  const may = useMay();
  const board = `/escalations?campaignId=${overview.id}`;
  const open = overview.ladder.reduce((sum, step) => sum + step.count, 0);
  return (
    <Card
      title={t('ladder')}
      note={t('ladderNote', { count: open })}
      more={may('escalations.view') ? <Link to={board}>{t('openLadder')}</Link> : undefined}
    >
      <div className="ladder-counts">
        {overview.ladder.map((step) => {
          const content = (
            <>
              <b className={step.count === 0 ? 'quiet' : ''}>{step.count}</b> {t(`shared:rung.${step.rung}`)}
            </>
          );
          return may('escalations.view') ? (
            <Link key={step.rung} to={`${board}&rung=${step.rung}`}>
              {content}
            </Link>
          ) : (
            <span key={step.rung}>{content}</span>
          );
        })}
      </div>
    </Card>
  );
};

export const DeadlineCard = ({ overview }: Props) => {
  const { t } = useTranslation('campaign');
  if (overview.deadlines.length === 0) return null;
  const name = ({ what, problemNo }: Deadline): string => t(`deadline.${what}`, { no: problemNo ?? '' });
  const note = ({ sent, openRows }: Deadline): string =>
    sent === null ? t('openRows', { count: openRows }) : t('sentOf', { done: sent.done, of: sent.of });
  return (
    <Card title={t('deadlines')}>
      <table className="plain-table">
        <tbody>
          {overview.deadlines.map((line) => (
            <tr key={`${line.due.at}-${line.what}-${line.problemNo ?? ''}`}>
              <td className="strong nowrap">{shortDay(line.due.at)}</td>
              <td className="small support">
                {t(`shared:weekday.${weekday(line.due.at)}`)}{' '}
                {clockTime(line.due.at) === '23:59' ? '' : clockTime(line.due.at)}
              </td>
              <td>{line.drill === null ? name(line) : <Link to={`/ledger?${line.drill}`}>{name(line)}</Link>}</td>
              <td className="small support num">{note(line)}</td>
              <td className="num">
                <DueTag due={line.due} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
};

export const DecisionCard = ({ overview }: Props) => {
  const { t } = useTranslation('campaign');
  const work = useWorkWords();
  if (overview.decisions.length === 0) return null;
  return (
    <Card title={t('decisions')} note={t('decisionsNote')}>
      <div className="decisions">
        {overview.decisions.map((decision) => (
          <Link
            key={`${decision.type}-${decision.view}`}
            to={`/inbox${queryString({ view: decision.view === 'mine' ? null : decision.view, type: decision.type, campaignId: overview.id })}`}
          >
            <b>{decision.count}</b>
            <span>
              {decision.view === 'mine'
                ? work.name(decision.label)
                : t('claimableKind', { label: work.name(decision.label) })}
              <span className="small support">{t('decisionsSince', { day: shortDay(decision.since) })}</span>
            </span>
            <RightOutlined aria-hidden />
          </Link>
        ))}
      </div>
    </Card>
  );
};
