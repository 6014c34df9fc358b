// The frame around every page: top bar, rail, and what holds for all of them.
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { LoadingNote } from '../../shared/ui/index.ts';
import { useSession } from '../../shared/session/index.ts';
import { Rail } from './rail.tsx';
import { SigningBar } from './signing-bar.tsx';
import { TopBar } from './top-bar.tsx';
import './shell.css';

export const Shell = () => {
  const { t } = useTranslation('shell');
  const { lineUp } = useSession();
  return (
    <div className="shell">
      <a className="skip" href="#page">
        {t('skip')}
      </a>
      <TopBar />
      <Rail />
      <main id="page" className="shell-page" tabIndex={-1}>
        {lineUp ? null : (
          <div className="note warn no-print" role="status">
            {t('offline')}
          </div>
        )}
        <div className="shell-outlet">
          <Suspense fallback={<LoadingNote />}>
            <Outlet />
          </Suspense>
        </div>
        <SigningBar />
      </main>
    </div>
  );
};
