// A page that failed leaves the rest of the shell usable and says so.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { EmptyNote, ProblemNote } from '../shared/ui/index.ts';

export const ErrorPage = () => {
  const { t } = useTranslation('shared');
  const error = useRouteError();
  return (
    <main className="page-body">
      <h1>{t('failure.pageTitle')}</h1>
      <ProblemNote error={error} />
      <p style={{ marginTop: 16 }}>
        <Button onClick={() => location.reload()}>{t('again')}</Button>
      </p>
    </main>
  );
};

export const NotFoundPage = () => {
  const { t } = useTranslation('shared');
  return <EmptyNote>{t('failure.notFound')}</EmptyNote>;
};
