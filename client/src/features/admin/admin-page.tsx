// Administration: organisations, users, teams, the audit trail; each tab only for those who may.
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useMay } from '../../shared/session/index.ts';
import { PageHead, TabSet } from '../../shared/ui/index.ts';
import { AuditTab } from './audit-tab.tsx';
import { OrganisationsTab } from './organisations-tab.tsx';
import { TeamsTab } from './teams-tab.tsx';
import { UsersTab } from './users-tab.tsx';
import './admin.css';

export const AdminPage = () => {
  const { t } = useTranslation('admin');
  const may = useMay();
  const navigate = useNavigate();
  const tab = useParams()['*'] ?? '';
  const items = [
    ...(may('admin.users')
      ? [
          { key: 'organisations', label: t('organisations'), children: <OrganisationsTab /> },
          { key: 'users', label: t('users'), children: <UsersTab /> },
        ]
      : []),
    ...(may('admin.users') || may('teams.edit')
      ? [{ key: 'teams', label: t('teams'), children: <TeamsTab mayEdit={may('teams.edit')} /> }]
      : []),
    ...(may('audit.view') ? [{ key: 'audit', label: t('audit'), children: <AuditTab /> }] : []),
  ];
  return (
    <div className="page">
      <PageHead title={t('title')} />
      <div className="page-body">
        <TabSet label={t('title')} items={items} active={tab} onChange={(key) => void navigate(`/admin/${key}`)} />
      </div>
    </div>
  );
};
