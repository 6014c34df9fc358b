// The unit's dated events by month, narrowed to what one looks for.
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LifeEvent } from '#contracts/issues.ts';
import { LifeList } from '../../shared/case-file/index.ts';
import { isoDay } from '../../shared/time/index.ts';
import { Card } from '../../shared/ui/index.ts';

const sides = ['all', 'inspection', 'issue', 'escalation'] as const;
type Side = (typeof sides)[number];
const prefix: Record<Side, string> = { all: '', inspection: 'inspect', issue: 'issue', escalation: 'escalation' };

export const byMonth = (life: readonly LifeEvent[]): [string, LifeEvent[]][] => {
  const months = new Map<string, LifeEvent[]>();
  for (const event of life) {
    const month = isoDay(event.at).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), event]);
  }
  return [...months];
};

export const StorySpine = ({ life }: { life: readonly LifeEvent[] }) => {
  const { t } = useTranslation('institution');
  const [side, setSide] = useState<Side>('all');
  const shown = side === 'all' ? life : life.filter((event) => event.kind.startsWith(prefix[side]));
  return (
    <Card
      title={t('story')}
      note={t('shared:life.count', { count: shown.length })}
      more={
        <Segmented<Side>
          size="small"
          aria-label={t('story')}
          value={side}
          onChange={setSide}
          options={sides.map((value) => ({ value, label: t(`side.${value}`) }))}
        />
      }
      inside
    >
      {shown.length === 0 ? <LifeList life={[]} /> : null}
      {byMonth(shown).map(([month, events]) => (
        <section key={month}>
          <h3 className="quiet">{t('month', { year: month.slice(0, 4), month: Number(month.slice(5)) })}</h3>
          <LifeList life={events} shown={50} />
        </section>
      ))}
    </Card>
  );
};
