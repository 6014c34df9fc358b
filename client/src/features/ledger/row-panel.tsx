// The whole life of one row beside the table: state, facts, photos, events, next step, and what may be done.
import { CloseOutlined, DownOutlined, LinkOutlined, LockOutlined, UpOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { IssueFacts, LifeList, PhotoSide, RoundList } from '../../shared/case-file/index.ts';
import { useText } from '../../shared/i18n/index.ts';
import { useApi } from '../../shared/query/index.ts';
import { useMay } from '../../shared/session/index.ts';
import { DueTag, Loaded, RungPips, StateWord, TabSet } from '../../shared/ui/index.ts';
import { RowActs } from './row-acts.tsx';

type Props = { id: string; onClose: () => void; onWalk: (step: 1 | -1) => void };

export const RowPanel = ({ id, onClose, onWalk }: Props) => {
  const { t } = useTranslation('ledger');
  const say = useText();
  const { message } = App.useApp();
  const may = useMay();
  const read = useApi('GET /api/issues/:id', { params: { id } }, { keep: true });
  const copyLink = (): void => {
    void navigator.clipboard.writeText(location.href).then(() => message.success(t('linkCopied')));
  };
  return (
    <aside className="row-panel no-print" aria-label={t('panel')}>
      <Loaded read={read}>
        {(issue) => (
          <>
            <header>
              <div className="row-panel-line">
                <span className="small quiet">
                  {t('rowNo', { no: issue.no })} {issue.problemNo === null ? '' : t('problem', { no: issue.problemNo })}{' '}
                  {issue.category}
                </span>
                <span className="row-panel-acts">
                  <Button
                    type="text"
                    size="small"
                    aria-label={t('previousRow')}
                    icon={<UpOutlined />}
                    onClick={() => onWalk(-1)}
                  />
                  <Button
                    type="text"
                    size="small"
                    aria-label={t('nextRow')}
                    icon={<DownOutlined />}
                    onClick={() => onWalk(1)}
                  />
                  {window.isSecureContext ? (
                    <Button
                      type="text"
                      size="small"
                      aria-label={t('copyLink')}
                      icon={<LinkOutlined />}
                      onClick={copyLink}
                    />
                  ) : null}
                  <Button
                    type="text"
                    size="small"
                    aria-label={t('shared:close')}
                    icon={<CloseOutlined />}
                    onClick={onClose}
                  />
                </span>
              </div>
              <h2>{[issue.siteName ?? issue.unitName, issue.description].join('：')}</h2>
              <div className="facts-inline small">
                <StateWord status={issue.status} />
                {issue.struckOffAt !== null ? (
                  <span className="icon-word quiet">
                    <LockOutlined aria-hidden /> {t('immutable')}
                  </span>
                ) : (
                  <DueTag due={issue.due} />
                )}
                {issue.rung === null ? null : <RungPips rung={issue.rung} />}
                {issue.cancelAsked === null ? null : (
                  <span className="tone-warn">{t('cancelAsked', { ...issue.cancelAsked })}</span>
                )}
                {issue.extensionPending ? <span className="tone-warn">{t('extensionPending')}</span> : null}
                {issue.holder === '' ? null : <span className="support">{t('heldBy', { holder: issue.holder })}</span>}
              </div>
            </header>
            <div className="row-panel-body">
              <TabSet
                label={t('panel')}
                items={[
                  {
                    key: 'life',
                    label: t('tab.life'),
                    children: (
                      <div className="case-parts">
                        <IssueFacts issue={issue} />
                        <PhotoSide evidence={issue.evidence} />
                        <LifeList life={issue.life} shown={10} />
                      </div>
                    ),
                  },
                  {
                    key: 'evidence',
                    label: `${t('tab.evidence')} ${issue.evidenceCount}`,
                    children: <RoundList issue={issue} />,
                  },
                  {
                    key: 'extensions',
                    label: `${t('tab.extensions')} ${issue.extensions.length}`,
                    children: <Extensions extensions={issue.extensions} />,
                  },
                ]}
              />
              {issue.processInstanceKey !== null && may('models.view') ? (
                <Link to={`/models/instances/${issue.processInstanceKey}`}>{t('openDiagram')}</Link>
              ) : null}
            </div>
            <footer>
              <p className="small">
                <span className="quiet">{t('next')}</span> {say(issue.nextStep)}
              </p>
              <RowActs issue={issue} />
            </footer>
          </>
        )}
      </Loaded>
    </aside>
  );
};

type ExtensionList = {
  id: string;
  no: number;
  askedAt: string;
  newDue: string;
  reason: string;
  state: string;
  opinion: string;
  decidedBy: string;
}[];
const Extensions = ({ extensions }: { extensions: ExtensionList }) => {
  const { t } = useTranslation('ledger');
  if (extensions.length === 0) return <p className="small quiet">{t('noExtension')}</p>;
  return (
    <ul className="case-parts">
      {extensions.map((each) => (
        <li key={each.id}>
          <b>{t('extensionTo', { no: each.no, day: each.newDue.slice(0, 10) })}</b> {t(`extensionState.${each.state}`)}
          <div className="small support">{each.reason}</div>
          {each.opinion === '' ? null : (
            <div className="small support">
              {each.decidedBy}：{each.opinion}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
};
