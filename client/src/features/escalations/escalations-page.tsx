// Escalations: the board of rungs, the same as a list, the document beside it.
import { Button, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useCampaign } from '../../shared/campaign/index.ts';
import { useKeys } from '../../shared/keyboard/index.ts';
import { useApi } from '../../shared/query/index.ts';
import { useMay } from '../../shared/session/index.ts';
import { EmptyNote, Loaded, PageHead } from '../../shared/ui/index.ts';
import { EscalationBoard } from './escalation-board.tsx';
import { EscalationPanel } from './escalation-panel.tsx';
import { EscalationTable } from './escalation-table.tsx';
import { ProposeEscalation } from './propose-escalation.tsx';
import './escalations.css';

const looks = ['board', 'list', 'unit'] as const;

export const EscalationsPage = () => {
  const { t } = useTranslation('escalation');
  const { id, read } = useCampaign();
  if (id !== null) return <Escalations campaignId={id} />;
  return <Loaded read={read}>{() => <EmptyNote>{t('noCampaign')}</EmptyNote>}</Loaded>;
};

const Escalations = ({ campaignId }: { campaignId: string }) => {
  const { t } = useTranslation('escalation');
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const unitId = search.get('unitId');
  const openId = search.get('open');
  const look = looks.find((each) => each === search.get('look')) ?? 'board';
  const read = useApi(
    'GET /api/escalations',
    { query: { campaignId, ...(unitId === null ? {} : { unitId }) } },
    { keep: true },
  );
  const units =
    useApi('GET /api/institutions', { query: { campaignId } }, { enabled: may('institutions.view') }).data ?? [];
  const change = (parts: Record<string, string | null>): void =>
    setSearch((before) => {
      for (const [name, value] of Object.entries(parts)) {
        if (value === null) before.delete(name);
        else before.set(name, value);
      }
      return before;
    });
  useKeys({ Escape: () => change({ open: null }) });
  const cards = read.data?.columns.flatMap((column) => column.cards) ?? [];
  return (
    <div className="page">
      <PageHead
        title={t('title')}
        facts={
          read.data === undefined ? undefined : (
            <span>{t('open', { open: read.data.open, lifted: read.data.liftedThisMonth })}</span>
          )
        }
        acts={
          <>
            <Segmented<(typeof looks)[number]>
              aria-label={t('look')}
              value={look}
              onChange={(value) => change({ look: value === 'board' ? null : value })}
              options={looks.map((value) => ({ value, label: t(`looks.${value}`) }))}
            />
            {units.length === 0 ? null : (
              <Select
                className="escalation-units"
                aria-label={t('allUnits')}
                placeholder={t('allUnits')}
                allowClear
                value={unitId}
                onChange={(value: string | null) => change({ unitId: value ?? null })}
                options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
              />
            )}
            {search.get('rung') === null ? null : (
              <Button onClick={() => change({ rung: null })}>{t('allRungs')}</Button>
            )}
            {may('escalations.propose') ? (
              <Button type={openId === null ? 'primary' : 'default'} onClick={() => change({ propose: '' })}>
                {t('propose')}
              </Button>
            ) : null}
          </>
        }
      />
      <Loaded read={read}>
        {(board) => (
          <div className="escalations">
            {look === 'board' ? (
              <EscalationBoard
                board={board}
                rung={search.get('rung')}
                openId={openId}
                onOpen={(id) => change({ open: id })}
              />
            ) : (
              <EscalationTable
                cards={cards}
                byUnit={look === 'unit'}
                openId={openId}
                onOpen={(id) => change({ open: id })}
              />
            )}
            {openId === null ? null : <EscalationPanel id={openId} onClose={() => change({ open: null })} />}
          </div>
        )}
      </Loaded>
      {search.get('propose') === null ? null : (
        <ProposeEscalation
          campaignId={campaignId}
          issueId={search.get('propose') ?? ''}
          onDone={(id) => change({ propose: null, no: null, ...(id === null ? {} : { open: id }) })}
        />
      )}
    </div>
  );
};
