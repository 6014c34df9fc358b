// One inspection: what, where, who goes; who may see it and who looked; what was found and what it costs.
import { CloseOutlined, EyeInvisibleOutlined, EyeOutlined, LockFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { InspectionDetail } from '#contracts/inspections.ts';
import { FindingTable, LifeList } from '../../shared/case-file/index.ts';
import { useText } from '../../shared/i18n/index.ts';
import { useApi } from '../../shared/query/index.ts';
import { fullTime, shortTime } from '../../shared/time/index.ts';
import { Loaded } from '../../shared/ui/index.ts';
import { CancelInspection } from './cancel-inspection.tsx';
import { InspectionState } from './inspection-state.tsx';

export const InspectionView = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation('inspection');
  const read = useApi('GET /api/inspections/:id', { params: { id } }, { keep: true });
  return (
    <section className="inspection-view" aria-label={t('one')}>
      <Loaded read={read}>
        {(inspection) => (
          <>
            <ViewHead inspection={inspection} onClose={onClose} />
            <div className="inspection-columns">
              <div className="case-parts">
                <Targets inspection={inspection} />
                <FindingTable inspection={inspection} />
                <Points inspection={inspection} />
                {inspection.opinion === '' ? null : (
                  <section>
                    <h3>{t('opinion')}</h3>
                    <p>{inspection.opinion}</p>
                  </section>
                )}
                <section>
                  <h3>{t('shared:life.title')}</h3>
                  <LifeList life={inspection.life} />
                </section>
              </div>
              <div className="case-parts">
                <Members inspection={inspection} />
                <Sampling inspection={inspection} />
                {inspection.secret ? <WhoSees inspection={inspection} /> : null}
              </div>
            </div>
          </>
        )}
      </Loaded>
    </section>
  );
};

const ViewHead = ({ inspection, onClose }: { inspection: InspectionDetail; onClose: () => void }) => {
  const { t } = useTranslation('inspection');
  const [cancelling, setCancelling] = useState(false);
  return (
    <header>
      <div className="inspection-title">
        <h2>
          {inspection.no} {t(`work:mode.${inspection.mode}`)}
        </h2>
        {inspection.secret ? (
          <span className="secret-label">
            <LockFilled aria-hidden /> {t('secretUntilStart')}
          </span>
        ) : null}
        <InspectionState state={inspection.state} />
        <span className="inspection-acts">
          {inspection.may.includes('cancel') ? (
            <Button onClick={() => setCancelling(true)}>{t('cancel')}</Button>
          ) : null}
          {inspection.openTaskKey === null ? null : (
            <Link className="ant-btn inspection-main" to={`/inbox?task=${inspection.openTaskKey}`}>
              {t('handle')}
            </Link>
          )}
          <Button type="text" aria-label={t('shared:close')} icon={<CloseOutlined />} onClick={onClose} />
        </span>
      </div>
      <dl className="task-facts">
        <Fact name={t('when')} value={fullTime(inspection.plannedFor)} />
        <Fact name={t('mode')} value={t(`work:mode.${inspection.mode}`)} />
        <Fact name={t('team')} value={inspection.teamName} />
        {inspection.checklist === null ? null : (
          <Fact
            name={t('checklist')}
            value={t('checklistSize', {
              title: inspection.checklist.title,
              version: inspection.checklist.version,
              count: inspection.checklist.items.length,
            })}
          />
        )}
        {inspection.startedAt === null ? null : (
          <Fact name={t('started')} value={`${fullTime(inspection.startedAt)} ${inspection.place}`} />
        )}
        {inspection.purpose === '' ? null : <Fact name={t('purpose')} value={inspection.purpose} />}
      </dl>
      {inspection.secret ? (
        <div className="note secret-note">
          <EyeInvisibleOutlined aria-hidden />
          {t('secretNote')}
        </div>
      ) : null}
      {cancelling ? <CancelInspection id={inspection.id} onClose={() => setCancelling(false)} /> : null}
    </header>
  );
};

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

const Targets = ({ inspection }: { inspection: InspectionDetail }) => {
  const { t } = useTranslation('inspection');
  return (
    <section className="scroll-x" tabIndex={0} aria-label={t('targets')}>
      <h3>{t('targets')}</h3>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('target')}</th>
            <th scope="col">{t('unit')}</th>
            <th scope="col">{t('checked')}</th>
            <th scope="col">{t('signed')}</th>
          </tr>
        </thead>
        <tbody>
          {inspection.targets.map((target) => (
            <tr key={target.id}>
              <th scope="row">{target.name}</th>
              <td className="nowrap">{target.unitName}</td>
              <td className="nowrap">
                {t(`target_.${target.state}`)}{' '}
                {target.answers.length === 0 ? '' : t('answers', { count: target.answers.length })}
              </td>
              <td className={target.signed === 'refused' ? 'tone-bad' : ''}>
                {t(`signed_.${target.signed}`)} {target.comment}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** Points are integer tenths. */
export const tenths = (points: number): string => (points / 10).toFixed(1);

const Points = ({ inspection }: { inspection: InspectionDetail }) => {
  const { t } = useTranslation('inspection');
  if (inspection.deductions.length === 0) return null;
  return (
    <section>
      <h3>
        {t('points')} <span className="tone-bad">{tenths(inspection.pointsTenths)}</span>
      </h3>
      <table className="plain-table">
        <tbody>
          {inspection.deductions.map((line) => (
            <tr key={line.indicator}>
              <th scope="row">{line.label}</th>
              <td>{t('personTimes', { count: line.count })}</td>
              <td>{t('proof', { count: line.evidence.length })}</td>
              <td className="num">{tenths(line.pointsTenths)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Members = ({ inspection }: { inspection: InspectionDetail }) => {
  const { t } = useTranslation('inspection');
  return (
    <section>
      <h3>{t('members')}</h3>
      <table className="plain-table">
        <tbody>
          {inspection.members.map((member) => (
            <tr key={member.id}>
              <th scope="row">{member.name}</th>
              <td className={member.conflict === '' ? 'tone-green' : 'tone-bad'}>
                {member.conflict || t('noConflict')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Sampling = ({ inspection }: { inspection: InspectionDetail }) => {
  const { t } = useTranslation('inspection');
  const { sampling } = inspection;
  if (sampling === null) return null;
  return (
    <section>
      <h3>{t('sampling')}</h3>
      <p>{t('sampled', { size: sampling.size, of: sampling.of })}</p>
      <p className="support">{sampling.reason}</p>
      <p className="small quiet">{t('drawnBy', { by: sampling.drawnBy, at: fullTime(sampling.drawnAt) })}</p>
      <p className="small quiet">{t('seed', { seed: sampling.seed })}</p>
      <details>
        <summary>{t('drawAgain')}</summary>
        <p className="small">{t('drawRule', { size: sampling.size })}</p>
        <ul className="small">
          {sampling.candidates.map(({ id, name, drawn }) => (
            <li key={id}>
              {name} <code>{id}</code> {drawn ? t('drawn') : null}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
};

const WhoSees = ({ inspection }: { inspection: InspectionDetail }) => {
  const { t } = useTranslation('inspection');
  const say = useText();
  return (
    <>
      <section>
        <h3>
          {t('whoSees')} <span className="small quiet">{t('whoSeesNote')}</span>
        </h3>
        <ul>
          {inspection.whoMaySee.map((person) => (
            <li key={person.zh} className="who-sees">
              <span className="icon-word tone-green">
                <EyeOutlined aria-hidden /> {t('visible')}
              </span>
              {say(person)}
            </li>
          ))}
          <li className="who-sees quiet">
            <span className="icon-word">
              <EyeInvisibleOutlined aria-hidden /> {t('invisible')}
            </span>
            {t('others')}
          </li>
        </ul>
      </section>
      <section>
        <h3>
          {t('viewLog')} <span className="small quiet">{t('viewLogNote')}</span>
        </h3>
        <ul>
          {inspection.viewLog.map((view) => (
            <li key={`${view.at}-${view.by}`} className="small">
              {shortTime(view.at)} {view.by}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
};
