// The rung of the escalation ladder: five squares and its word; no rung is a dash.
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

export const ladder = ['reminder', 'circular', 'interview', 'accountability', 'exposure'] as const;
export type Rung = (typeof ladder)[number];

const Squares = ({ filled }: { filled: number }) => (
  <span className={`pips ${filled > 1 ? 'tone-bad' : 'tone-warn'}`} aria-hidden>
    {ladder.map((name, index) => (
      <i key={name} className={index < filled ? 'on' : ''} />
    ))}
  </span>
);

/** A county's own rung without a word of ours is called by its column. */
export const rungWord = (t: TFunction<never>, { rung, rungId }: { rung: Rung; rungId: string }): string =>
  t(`shared:rung.${rungId}`, { defaultValue: t(`shared:rung.${rung}`) });

type Props = { rung: Rung | null; rungId?: string; bare?: boolean };
export const RungPips = ({ rung, rungId, bare = false }: Props) => {
  const { t } = useTranslation('shared');
  if (rung === null) return <span className="quiet">—</span>;
  return (
    <span className="rung">
      <Squares filled={ladder.indexOf(rung) + 1} />
      {bare ? null : rungWord(t, { rung, rungId: rungId ?? rung })}
    </span>
  );
};
