// The differences in words: what came, what changed from what to what, what went.
import { useTranslation } from 'react-i18next';
import { useWorkWords } from '../../../shared/i18n/index.ts';
import { chinese } from '../words/index.ts';
import type { Comparison, ModelChange } from './compare-models.ts';
import { fieldWord } from './field-words.ts';

const spaced = (type: string): string => type.replace(/(\B[A-Z])/g, ' $1');
/** Fields of something new repeat its drawing; only what decides is shown. */
const telling = ({ kind, fields }: ModelChange): ModelChange['fields'] =>
  kind === 'changed' ? fields : kind === 'added' ? fields.filter(({ field }) => field !== 'name').slice(0, 8) : [];

export const ChangeList = ({ comparison, onPick }: { comparison: Comparison; onPick?: (id: string) => void }) => {
  const { t, i18n } = useTranslation('models');
  const work = useWorkWords();
  const typeWord = (type: string): string =>
    type === 'Rule' || type === 'Decision' || type === 'Field'
      ? t(`type.${type}`)
      : i18n.language === 'en'
        ? spaced(type)
        : (chinese[spaced(type)] ?? type);
  if (comparison.changes.length === 0 && comparison.moved === 0) return <p className="support">{t('noChange')}</p>;
  return (
    <ul className="change-list">
      {comparison.changes.map((change) => (
        <li key={change.id} data-change={change.kind}>
          <span className={`change-mark ${change.kind}`}>{t(`change.${change.kind}`)}</span>
          <div className="grow">
            <div>
              <b>{work.name(change.name) || change.id}</b> <span className="small quiet">{typeWord(change.type)}</span>
              {onPick === undefined || change.kind === 'removed' ? null : (
                <button type="button" className="link-button" onClick={() => onPick(change.id)}>
                  {t('locate')}
                </button>
              )}
            </div>
            <dl className="field-changes">
              {telling(change).map(({ field, before, after }) => (
                <div key={field}>
                  <dt>{fieldWord(t, field)}</dt>
                  <dd>
                    {before === '' ? null : <del>{before}</del>} {after === '' ? null : <ins>{after}</ins>}
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        </li>
      ))}
      {comparison.moved === 0 ? null : (
        <li>
          <span className="change-mark moved">{t('change.moved')}</span>
          <span className="support">{t('movedOnly', { count: comparison.moved })}</span>
        </li>
      )}
    </ul>
  );
};
