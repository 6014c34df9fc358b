// The task is no longer yours: who holds it or what ended it; every word typed stays and can be copied.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProblemError } from '../../../shared/api/index.ts';
import { useProblemText } from '../../../shared/i18n/index.ts';
import type { Values } from '../form/answer.ts';
import type { Field } from '../form/form-schema.ts';

const typedWords = (fields: readonly Field[], values: Values): string =>
  fields
    .filter((field) => typeof values[field.key] === 'string' && values[field.key] !== '')
    .map((field) => `${field.label}：${String(values[field.key])}`)
    .join('\n');

export const TakenAway = ({
  problem,
  values,
  fields,
}: {
  problem: ProblemError;
  values: Values;
  fields: readonly Field[];
}) => {
  const { t } = useTranslation('inbox');
  const say = useProblemText();
  const holder = problem.details['holder'];
  const words = typedWords(fields, values);
  return (
    <div className="note bad" role="alert">
      <div className="grow">
        <strong>{t(problem.code === 'task_held' ? 'taken.held' : 'taken.gone')}</strong>
        {typeof holder === 'string' && holder !== '' ? <div>{t('taken.holder', { holder })}</div> : null}
        <div>{say(problem)}</div>
        <div className="small">{t('taken.kept')}</div>
        {words === '' || !window.isSecureContext ? null : (
          <Button size="small" onClick={() => void navigator.clipboard.writeText(words)}>
            {t('taken.copy')}
          </Button>
        )}
      </div>
    </div>
  );
};
