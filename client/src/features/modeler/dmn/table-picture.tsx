// A decision table as it is deployed.
import { useTranslation } from 'react-i18next';
import { useTable } from './use-table.ts';

export const TablePicture = ({ xml, name }: { xml: string; name: string }) => {
  const { t } = useTranslation('models');
  const { host, error } = useTable(xml, false);
  return (
    <div className="table-frame" aria-label={t('tableOf', { name })} role="group" tabIndex={0}>
      {error === null ? null : (
        <div className="note bad" role="alert">
          {t('cannotDraw', { reason: error })}
        </div>
      )}
      <div className="decision-host" ref={host} />
    </div>
  );
};
