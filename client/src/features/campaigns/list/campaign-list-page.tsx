// All campaigns, and the start of a new one from a template taken from a real plan.
import { Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useCampaignRows } from '../../../shared/campaign/index.ts';
import { useText } from '../../../shared/i18n/index.ts';
import { useAct, useApi } from '../../../shared/query/index.ts';
import { useMay } from '../../../shared/session/index.ts';
import { EmptyNote, Loaded, PageHead, ProblemNote } from '../../../shared/ui/index.ts';
import './list.css';

export const CampaignListPage = () => {
  const { t } = useTranslation('campaign');
  const may = useMay();
  const read = useCampaignRows();
  const [choosing, setChoosing] = useState(false);
  const create = may('campaign.edit') ? (
    <Button type="primary" onClick={() => setChoosing(true)}>
      {t('create')}
    </Button>
  ) : null;
  return (
    <div className="page">
      <PageHead title={t('campaigns')} acts={create} />
      <div className="page-body">
        <Loaded read={read}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyNote act={create}>{t('none')}</EmptyNote>
            ) : (
              <div className="card scroll-x">
                <table className="plain-table wide-table">
                  <thead>
                    <tr>
                      <th scope="col">{t('name')}</th>
                      <th scope="col">{t('stateWord')}</th>
                      <th scope="col">{t('from')}</th>
                      <th scope="col">{t('until')}</th>
                      <th scope="col" className="num">
                        {t('rowsHead')}
                      </th>
                      <th scope="col" className="num">
                        {t('shared:status.struckOff')}
                      </th>
                      <th scope="col" className="num">
                        {t('shared:status.overdue')}
                      </th>
                      <th scope="col" />
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <tr key={row.id}>
                        <th scope="row" className="campaign-name">
                          <Link
                            to={
                              row.state === 'draft'
                                ? `/campaigns/${row.id}?campaignId=${row.id}`
                                : `/campaign?campaignId=${row.id}`
                            }
                          >
                            {row.title}
                          </Link>
                        </th>
                        <td className="nowrap">{t(`state.${row.state}`)}</td>
                        <td className="nowrap">{row.start ?? '—'}</td>
                        <td className="nowrap">{row.end ?? '—'}</td>
                        <td className="num">
                          <Link to={`/ledger?campaignId=${row.id}`}>{row.counts.all}</Link>
                        </td>
                        <td className="num">
                          <Link to={`/ledger?campaignId=${row.id}&status=struckOff`}>{row.counts.struckOff}</Link>
                        </td>
                        <td className="num">
                          <Link
                            className={row.counts.overdue > 0 ? 'tone-bad' : ''}
                            to={`/ledger?campaignId=${row.id}&status=overdue`}
                          >
                            {row.counts.overdue}
                          </Link>
                        </td>
                        <td className="nowrap">
                          <Link to={`/campaigns/${row.id}?campaignId=${row.id}`}>{t('plan')}</Link>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )
          }
        </Loaded>
      </div>
      {choosing ? <ChooseTemplate onClose={() => setChoosing(false)} /> : null}
    </div>
  );
};

const ChooseTemplate = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('campaign');
  const say = useText();
  const read = useApi('GET /api/campaign-templates', {});
  const create = useAct('POST /api/campaigns');
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string>('');
  const start = (): void =>
    create.mutate(
      { body: { templateId: chosen === 'blank' ? null : chosen } },
      { onSuccess: ({ id }) => void navigate(`/campaigns/${id}?campaignId=${id}`) },
    );
  return (
    <Modal
      open
      width={720}
      title={t('template.title')}
      okText={t('template.ok')}
      okButtonProps={{ disabled: chosen === '' }}
      confirmLoading={create.isPending}
      onOk={start}
      onCancel={onClose}
    >
      {create.error === null ? null : <ProblemNote error={create.error} />}
      <Loaded read={read}>
        {(templates) => (
          <Radio.Group className="templates" value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {templates.map((template) => (
              <Radio key={template.id} value={template.id}>
                <b>{template.title}</b>{' '}
                <span className="small support">{[template.place, template.origin].filter(Boolean).join(' · ')}</span>
                <div className="small support">
                  {t('template.size', { stages: template.stageCount, problems: template.problemCount })}
                </div>
                {(['conflicts', 'blanks'] as const).map((kind) =>
                  template[kind].length === 0 ? null : (
                    <div key={kind} className="small tone-warn">
                      {t(`template.${kind}`, { list: template[kind].map(say).join(t('template.and')) })}
                    </div>
                  ),
                )}
              </Radio>
            ))}
            <Radio value="blank">
              <b>{t('template.blank')}</b>
            </Radio>
          </Radio.Group>
        )}
      </Loaded>
    </Modal>
  );
};
