// Beside the tasks: notices to acknowledge, the coming inspections, the own units, what just happened.
import { LockFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TaskRow } from '#contracts/tasks.ts';
import { preferred, useCampaignRows } from '../../shared/campaign/index.ts';
import { useWorkWords } from '../../shared/i18n/index.ts';
import { useApi } from '../../shared/query/index.ts';
import { clockTime, isoDay, serverNow, shortTime, weekday } from '../../shared/time/index.ts';
import { Card, DueTag, StateWord } from '../../shared/ui/index.ts';

const useCampaignId = (): string | null =>
  preferred(useCampaignRows().data ?? [], localStorage.getItem('campaign'))?.id ?? null;

/** Acknowledgements are tasks as well; here they stand where nobody overlooks them. */
export const NoticeCard = ({ rows }: { rows: readonly TaskRow[] }) => {
  const { t } = useTranslation('workbench');
  const work = useWorkWords();
  const notices = rows.filter((row) => row.type === 'acknowledge-escalation' || row.type === 'sign-opinion');
  if (notices.length === 0) return null;
  return (
    <Card title={t('acknowledge')} note={t('pieces', { count: notices.length })} inside>
      <ul>
        {notices.map((row) => (
          <li key={row.key}>
            <Link to={`/inbox?task=${encodeURIComponent(row.key)}`}>
              {work.subject(row.subject) || work.name(row.title)}
            </Link>{' '}
            <DueTag due={row.due} />
          </li>
        ))}
      </ul>
    </Card>
  );
};

export const PlanCard = () => {
  const { t } = useTranslation('workbench');
  const campaignId = useCampaignId();
  const read = useApi(
    'GET /api/inspections',
    { query: { campaignId: campaignId ?? '' } },
    { enabled: campaignId !== null },
  );
  const today = isoDay(serverNow());
  const coming = (read.data ?? [])
    .filter((row) => isoDay(row.plannedFor) >= today && !['published', 'closed', 'cancelled'].includes(row.state))
    .sort((one, other) => one.plannedFor.localeCompare(other.plannedFor))
    .slice(0, 5);
  if (coming.length === 0) return null;
  return (
    <Card title={t('plans')}>
      <ul className="plan-list">
        {coming.map((row) => (
          <li key={row.id}>
            <b>{Number(isoDay(row.plannedFor).slice(8))}</b>
            <span className="small support">
              {t(`shared:weekday.${weekday(row.plannedFor)}`)}
              <br />
              {clockTime(row.plannedFor)}
            </span>
            <span>
              <Link to={`/inspections?campaignId=${row.campaignId}&open=${row.id}`}>
                {row.secret ? <LockFilled aria-label={t('secret')} /> : null} {t(`shared:mode.${row.mode}`)} {row.no}
              </Link>
              <span className="small support">
                {row.secret ? t('secret') : `${row.teamName} ${row.targetNames.slice(0, 2).join('、')}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
};

export const UnitsCard = () => {
  const { t } = useTranslation('workbench');
  const campaignId = useCampaignId();
  const read = useApi(
    'GET /api/institutions',
    { query: { campaignId: campaignId ?? '' } },
    { enabled: campaignId !== null },
  );
  const units = [...(read.data ?? [])]
    .sort((one, other) => other.overdue - one.overdue || one.ratePercent - other.ratePercent)
    .slice(0, 8);
  if (units.length === 0) return null;
  return (
    <Card title={t('units')} more={<Link to={`/institutions?campaignId=${campaignId}`}>{t('all')}</Link>}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('unit')}</th>
            <th scope="col" className="num">
              {t('rate')}
            </th>
            <th scope="col" className="num">
              {t('shared:status.overdue')}
            </th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.id}>
              <th scope="row">
                <Link to={`/institutions/${unit.id}?campaignId=${campaignId}`}>{unit.name}</Link>
              </th>
              <td className="num">{t('shared:unit.percent', { value: unit.ratePercent })}</td>
              <td className="num">
                {unit.overdue === 0 ? (
                  <span className="quiet">0</span>
                ) : (
                  <Link to={`/ledger?campaignId=${campaignId}&unitId=${unit.id}&status=overdue`}>
                    <StateWord status="overdue" count={unit.overdue} />
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
};

export const JustHappened = () => {
  const { t } = useTranslation('workbench');
  const notices = (useApi('GET /api/notifications', {}).data ?? []).slice(0, 6);
  if (notices.length === 0) return null;
  return (
    <Card title={t('happened')} inside>
      <ul className="happened">
        {notices.map((notice) => (
          <li key={notice.id}>
            <span className="small quiet">{shortTime(notice.at)}</span>
            <span>
              <Link to={notice.link}>{notice.title}</Link>
              <span className="small support happened-detail">{notice.detail}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
};
