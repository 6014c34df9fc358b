// The top bar: product, campaign, search, business date, notices, who I am.
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../../shared/session/index.ts';
import { AccountMenu } from './account-menu.tsx';
import { BusinessDate } from './business-date.tsx';
import { CampaignSwitcher } from './campaign-switcher.tsx';
import { NoticeBell } from './notice-bell.tsx';
import { SearchBox } from './search-box.tsx';

export const TopBar = () => {
  const { t } = useTranslation('shell');
  const may = useMay();
  return (
    <header className="top-bar no-print">
      <Link to="/" className="product" aria-label={t('product')}>
        <span className="mark" aria-hidden>
          {t('mark')}
        </span>
        <span className="product-name">{t('product')}</span>
      </Link>
      {may('campaign.view') ? <CampaignSwitcher /> : null}
      {may('ledger.view') ? <SearchBox /> : null}
      <span className="top-right">
        <BusinessDate />
        <NoticeBell />
        <AccountMenu />
      </span>
    </header>
  );
};
