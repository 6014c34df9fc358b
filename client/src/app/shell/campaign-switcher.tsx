// Chooses the campaign in view; the page stays, its address changes.
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { preferred, rememberCampaign, useCampaignRows } from '../../shared/campaign/index.ts';

const acrossCampaigns = ['/workbench', '/inbox', '/models', '/admin'];

export const CampaignSwitcher = () => {
  const { t } = useTranslation('shell');
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const rows = useCampaignRows().data ?? [];
  if (rows.length === 0) return null;
  const across = acrossCampaigns.some((path) => pathname.startsWith(path));
  const named = new URLSearchParams(search).get('campaignId');
  const value = named ?? (across ? '' : (preferred(rows, localStorage.getItem('campaign'))?.id ?? ''));
  const choose = (id: string): void => {
    if (id !== '') rememberCampaign(id);
    const next = new URLSearchParams(across ? search : '');
    if (id === '') next.delete('campaignId');
    else next.set('campaignId', id);
    const single = /^\/(institutions|cases|campaigns)\/./.test(pathname);
    void navigate(`${single ? '/campaign' : pathname}?${next.toString()}`);
  };
  return (
    <Select
      className="campaign-switcher"
      variant="filled"
      aria-label={t('campaign')}
      value={value}
      onChange={choose}
      options={[
        ...(across ? [{ value: '', label: t('allCampaigns') }] : []),
        ...rows.map((row) => ({ value: row.id, label: row.title })),
      ]}
    />
  );
};
