// The ladder over the case: where it stands, what is next.
import { useTranslation } from 'react-i18next';
import { ladder } from '../../../shared/ui/index.ts';
import type { Rung } from '../../../shared/ui/index.ts';

export const LadderBar = ({ rung }: { rung: Rung | null }) => {
  const { t } = useTranslation('shared');
  const at = rung === null ? -1 : ladder.indexOf(rung);
  return (
    <section>
      <h3>{t('inbox:side.ladder')}</h3>
      <ol className="ladder-bar">
        {ladder.map((name, index) => (
          <li
            key={name}
            className={index <= at ? (at > 0 ? 'on bad' : 'on') : index === at + 1 ? 'next' : ''}
            aria-current={index === at ? 'step' : undefined}
          >
            {t(`rung.${name}`)}
          </li>
        ))}
      </ol>
      {rung === null ? <p className="small quiet">{t('inbox:side.noRung')}</p> : null}
    </section>
  );
};
