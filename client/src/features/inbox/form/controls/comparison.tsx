// Standard, declared, counted on the spot: the verifier types numbers, the verdict stands beside each line.
import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MeasuredItem } from '#contracts/issues.ts';
import { recordsOf } from '../control.ts';
import type { ControlProps } from '../control.ts';

const signs = { '>=': '≥', '<=': '≤', '=': '=' } as const;
export const standardMet = (item: Pick<MeasuredItem, 'op' | 'standard'>, value: number): boolean =>
  item.op === '>=' ? value >= item.standard : item.op === '<=' ? value <= item.standard : value === item.standard;

export const ComparisonControl = (props: ControlProps) => {
  const { t } = useTranslation('inbox');
  const items = props.detail.issue?.measured ?? [];
  const typed = new Map(recordsOf(props.value).map((each) => [each['code'], each['value']]));
  const set = (code: string, value: number | null): void => {
    const next = new Map(typed);
    if (value === null) next.delete(code);
    else next.set(code, value);
    props.onChange([...next].map(([name, count]) => ({ code: name, value: count })));
  };
  if (items.length === 0) return <p className="small quiet">{t('form.noMeasure')}</p>;
  const declaring = props.field.key === 'declared';
  return (
    <table className="plain-table comparison">
      <thead>
        <tr>
          <th scope="col">{t('form.indicator')}</th>
          <th scope="col">{t('form.standard')}</th>
          <th scope="col">{t(declaring ? 'form.found' : 'form.declared')}</th>
          <th scope="col">{t(declaring ? 'form.declared' : 'form.counted')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const value = typed.get(item.code);
          const before = declaring ? item.found : item.declared;
          return (
            <tr key={item.code}>
              <th scope="row">{item.label}</th>
              <td>{item.op === '=' ? item.standard : `${signs[item.op]} ${item.standard}`}</td>
              <td>{before ?? '—'}</td>
              <td>
                <InputNumber
                  aria-label={`${item.label} ${t(declaring ? 'form.declared' : 'form.counted')}`}
                  className="count-input"
                  min={0}
                  suffix={item.unit}
                  disabled={props.disabled}
                  value={typeof value === 'number' ? value : null}
                  onChange={(next) => set(item.code, next)}
                />
                {typeof value === 'number' ? <Verdict met={standardMet(item, value)} /> : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

const Verdict = ({ met }: { met: boolean }) => {
  const { t } = useTranslation('inbox');
  return met ? (
    <span className="icon-word tone-green small">
      <CheckCircleFilled aria-hidden /> {t('form.met')}
    </span>
  ) : (
    <span className="icon-word tone-bad small">
      <CloseCircleFilled aria-hidden /> {t('form.notMet')}
    </span>
  );
};
