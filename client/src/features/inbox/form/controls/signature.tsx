// A typed signature: the statement signed, with the signer's name; what is stored is the sentence itself.
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../../shared/session/index.ts';
import { fullTime, serverNow } from '../../../../shared/time/index.ts';
import type { ControlProps } from '../control.ts';

const statementOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'statement' in value ? String(value.statement) : '';

export const SignatureControl = (props: ControlProps) => {
  const { t } = useTranslation('inbox');
  const me = useMe();
  const statement = statementOf(props.value);
  const sign = (on: boolean): void =>
    props.onChange(
      on
        ? {
            statement: t('form.statement', {
              statement: props.field.properties['statement'] ?? '',
              name: me.name,
              at: fullTime(serverNow()),
            }),
          }
        : undefined,
    );
  return (
    <div className="signature">
      <Checkbox
        id={props.inputId}
        checked={statement !== ''}
        disabled={props.disabled}
        onChange={(event) => sign(event.target.checked)}
      >
        {t('form.signAs', { name: me.name })}
      </Checkbox>
      {statement === '' ? null : <p className="signature-line">{statement}</p>}
    </div>
  );
};
