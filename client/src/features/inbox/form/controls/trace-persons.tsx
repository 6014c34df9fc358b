// Who guaranteed, checked and signed: one finding for each, the list itself comes from the records.
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { recordsOf, textOf } from '../control.ts';
import type { ControlProps } from '../control.ts';

export const TracePersonsControl = (props: ControlProps) => {
  const { t } = useTranslation('inbox');
  const known = props.detail.escalation?.backtrack?.persons ?? [];
  const value = recordsOf(props.value);
  const rows: Record<string, unknown>[] =
    value.length > 0 ? value : known.map(({ name, duty, finding }) => ({ name, duty, finding }));
  if (rows.length === 0) return <p className="small quiet">{t('form.noSigners')}</p>;
  return (
    <table className="plain-table comparison" id={props.inputId}>
      <thead>
        <tr>
          <th scope="col">{t('form.duty')}</th>
          <th scope="col">{t('form.person')}</th>
          <th scope="col">{t('form.finding')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={`${textOf(row['duty'])}-${index}`}>
            <td>{t(`shared:signature.${textOf(row['duty'])}`)}</td>
            <th scope="row">{textOf(row['name'])}</th>
            <td>
              <Input
                aria-label={`${textOf(row['name'])} ${t('form.finding')}`}
                disabled={props.disabled}
                value={textOf(row['finding'])}
                onChange={(event) =>
                  props.onChange(
                    rows.map((each, at) => (at === index ? { ...each, finding: event.target.value } : each)),
                  )
                }
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
