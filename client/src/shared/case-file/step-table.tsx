// The process strip as a table, for reading and for screen readers.
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TaskDetail } from '#contracts/tasks.ts';
import { useWorkWords } from '../i18n/index.ts';
import { useMay } from '../session/index.ts';
import { shortTime } from '../time/index.ts';

export const StepTable = ({ strip: named }: { strip: NonNullable<TaskDetail['strip']> }) => {
  const { t } = useTranslation('case');
  const strip = useWorkWords().strip(named);
  const may = useMay();
  return (
    <>
      <table className="plain-table">
        <caption className="small quiet">{t('processOf', { name: strip.processName, version: strip.version })}</caption>
        <tbody>
          {strip.steps.map((step) => (
            <tr key={step.id}>
              <th scope="row">{step.name}</th>
              <td className={step.state === 'current' ? 'tone-blue strong' : step.state === 'future' ? 'quiet' : ''}>
                {t(`step.${step.state}`)}
              </td>
              <td>{step.at === null ? '—' : shortTime(step.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {may('models.view') ? <Link to={`/models/instances/${strip.instanceKey}`}>{t('openDiagram')}</Link> : null}
    </>
  );
};
