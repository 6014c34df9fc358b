// Versions and requests to deploy: who asked, why, who agreed or refused with which words.
import { useTranslation } from 'react-i18next';
import { fullTime } from '../../../shared/time/index.ts';
import { MovesLine } from './moves-note.tsx';
import type { ModelDetail } from './model-aside.tsx';

export const RequestLog = ({ model }: { model: ModelDetail }) => {
  const { t } = useTranslation('models');
  const shipped = model.versions.filter(({ by }) => by === '');
  return (
    <div className="scroll-x">
      <table className="plain-table">
        <thead>
          <tr>
            {(['at', 'what', 'reason', 'asked', 'decided'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`log.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.requests.map((line) => (
            <tr key={line.id}>
              <td>{fullTime(line.decidedAt ?? line.askedAt)}</td>
              <td className={line.state === 'refused' ? 'tone-bad' : ''}>
                {t(`requestState.${line.state}`, { version: line.version ?? '' })}
                {line.effectiveOn === null ? null : (
                  <div className="small support">{t('effect.from', { day: line.effectiveOn })}</div>
                )}
                {model.kind === 'bpmn' && (line.version ?? 2) > 1 ? <MovesLine modelId={model.id} line={line} /> : null}
              </td>
              <td>
                {line.reason}
                {line.answer === '' ? null : <div className="small tone-bad">{t('answer', { text: line.answer })}</div>}
              </td>
              <td>{line.askedBy}</td>
              <td>{line.decidedBy || '—'}</td>
            </tr>
          ))}
          {shipped.map(({ version, deployedAt }) => (
            <tr key={version}>
              <td>{fullTime(deployedAt)}</td>
              <td>{t('requestState.deployed', { version })}</td>
              <td className="quiet">{t('shipped')}</td>
              <td>—</td>
              <td>—</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
