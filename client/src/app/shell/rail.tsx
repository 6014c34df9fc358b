// The rail: one entry for each room this person may enter; others leave no trace.
import {
  AlertOutlined,
  BankOutlined,
  BranchesOutlined,
  CarOutlined,
  FlagOutlined,
  HomeOutlined,
  InboxOutlined,
  SettingOutlined,
  TableOutlined,
} from '@ant-design/icons';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import type { ComponentType } from 'react';
import type { Me } from '#contracts/session.ts';
import { useApi } from '../../shared/query/index.ts';
import { useMay } from '../../shared/session/index.ts';

type Entry = { to: string; word: string; icon: ComponentType; needs: readonly Me['may'][number][]; campaign?: true };
const entries: readonly Entry[] = [
  { to: '/workbench', word: 'workbench', icon: HomeOutlined, needs: ['tasks'] },
  { to: '/inbox', word: 'inbox', icon: InboxOutlined, needs: ['tasks'] },
  { to: '/campaign', word: 'campaign', icon: FlagOutlined, needs: ['campaign.view'], campaign: true },
  { to: '/ledger', word: 'ledger', icon: TableOutlined, needs: ['ledger.view'], campaign: true },
  { to: '/institutions', word: 'institutions', icon: BankOutlined, needs: ['institutions.view'], campaign: true },
  { to: '/inspections', word: 'inspections', icon: CarOutlined, needs: ['inspections.view'], campaign: true },
  { to: '/escalations', word: 'escalations', icon: AlertOutlined, needs: ['escalations.view'], campaign: true },
  { to: '/models', word: 'models', icon: BranchesOutlined, needs: ['models.view'] },
  { to: '/admin', word: 'admin', icon: SettingOutlined, needs: ['admin.users', 'teams.edit', 'audit.view'] },
];

export const Rail = () => {
  const { t } = useTranslation('shell');
  const may = useMay();
  const { pathname, search } = useLocation();
  const campaignId = new URLSearchParams(search).get('campaignId');
  const rail = useRef<HTMLElement>(null);
  // at the foot of a narrow screen the later rooms lie outside
  useEffect(() => {
    rail.current?.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pathname]);
  const counts = useApi('GET /api/tasks/counts', {}, { enabled: may('tasks') });
  const mine = counts.data?.views.mine ?? 0;
  return (
    <nav ref={rail} className="rail no-print" aria-label={t('rail.label')}>
      {entries
        .filter((entry) => entry.needs.some(may))
        .map(({ to, word, icon: Icon, campaign }) => (
          <NavLink key={to} to={campaign && campaignId !== null ? `${to}?campaignId=${campaignId}` : to}>
            <Icon aria-hidden />
            <span>{t(`rail.${word}`)}</span>
            {word === 'inbox' && mine > 0 ? (
              <span className="rail-count">
                {mine}
                <span className="visually-hidden">{t('rail.open')}</span>
              </span>
            ) : null}
          </NavLink>
        ))}
    </nav>
  );
};
