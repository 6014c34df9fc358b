// What happened, newest first: a dated spine with a dot that says how it went.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LifeEvent } from '#contracts/issues.ts';
import { fullTime, shortDay } from '../time/index.ts';
import './life-list.css';

export const LifeList = ({ life, shown = 6 }: { life: readonly LifeEvent[]; shown?: number }) => {
  const { t } = useTranslation('shared');
  const [all, setAll] = useState(false);
  const rest = life.length - shown;
  if (life.length === 0) return <p className="quiet small">{t('life.empty')}</p>;
  return (
    <>
      <ol className="life">
        {(all ? life : life.slice(0, shown)).map((event, index) => (
          <li key={`${event.at}-${index}`} className={`life-${event.tone}`}>
            <time dateTime={event.at} title={fullTime(event.at)}>
              {shortDay(event.at)}
            </time>
            <i aria-hidden />
            <div>
              <span className="life-title">{event.title}</span>
              {event.by === '' ? null : <span className="support"> {event.by}</span>}
              {event.detail === '' ? null : <div className="small support">{event.detail}</div>}
            </div>
          </li>
        ))}
      </ol>
      {!all && rest > 0 ? (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          {t('life.rest', { count: rest })}
        </Button>
      ) : null}
    </>
  );
};
