// What the guard rails say, worst first; each line leads to the element and the field.
import { AimOutlined, CheckCircleFilled, CloseCircleFilled, WarningFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../shared/i18n/index.ts';
import type { Finding } from './editor-handle.ts';

type Props = { findings: readonly Finding[]; onLocate: (elementId: string, field: string) => void };

export const LintPanel = ({ findings, onLocate }: Props) => {
  const { t } = useTranslation('models');
  const say = useText();
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const sorted = [...findings].sort((left, right) => left.severity.localeCompare(right.severity));
  return (
    <section className="lint-panel" aria-label={t('findings')}>
      <header>
        <h2>{t('findingsCount', { count: findings.length })}</h2>
        <span className="small quiet" role="status">
          {findings.length === 0 ? '' : t('findingsWhat', { errors, warnings })}
        </span>
      </header>
      {findings.length === 0 ? (
        <p className="icon-word tone-green lint-none">
          <CheckCircleFilled aria-hidden />
          {t('noFindings')}
        </p>
      ) : (
        <ul>
          {sorted.map((finding, index) => (
            <li key={`${finding.rule}-${finding.elementId}-${finding.field}-${index}`} data-severity={finding.severity}>
              {finding.severity === 'error' ? (
                <span className="icon-word tone-bad">
                  <CloseCircleFilled aria-hidden />
                  {t('error')}
                </span>
              ) : (
                <span className="icon-word tone-warn">
                  <WarningFilled aria-hidden />
                  {t('warning')}
                </span>
              )}
              <b className="clip">{finding.elementName || finding.elementId || '—'}</b>
              <span className="lint-message">{say(finding.message)}</span>
              <button type="button" className="link-button" onClick={() => onLocate(finding.elementId, finding.field)}>
                <AimOutlined aria-hidden /> {t('locateField')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
