// A form as a list of its fields: what is asked, of which kind, whether it must be answered.
import { useTranslation } from 'react-i18next';
import { isRequired, kindOf, optionsOf, parseForm, word } from './form-file.ts';

export const FormPicture = ({ content, name }: { content: string; name: string }) => {
  const { t } = useTranslation('models');
  const form = parseForm(content);
  return (
    <div className="form-frame scroll-x" tabIndex={0} role="region" aria-label={t('formOf', { name })}>
      <table className="plain-table wide-table">
        <thead>
          <tr>
            {(['label', 'kind', 'key', 'required', 'options'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`form.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {form.components.map((field, index) => (
            <tr key={`${word(field['key'])}-${index}`}>
              <td>
                {word(field['label']) || word(field['text'])}
                {word(field['description']) === '' ? null : (
                  <div className="small quiet">{word(field['description'])}</div>
                )}
              </td>
              <td>{t(`fieldKind.${kindOf(field)}`, kindOf(field))}</td>
              <td className="support">
                <code>{word(field['key'])}</code>
              </td>
              <td>{isRequired(field) ? t('shared:required') : <span className="quiet">—</span>}</td>
              <td className="support">
                {optionsOf(field)
                  .map(({ label }) => word(label))
                  .join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
