// The rung of the escalation ladder: five squares and its word; no rung is a dash.
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

export const RungPips = ({ rung, bare = false }: { rung: Rung | null; bare?: boolean }) => {
  const { t } = useTranslation('shared');
  if (rung === null) return <span className="quiet">—</span>;
  return (
    <span className="rung">
      <Squares filled={ladder.indexOf(rung) + 1} />
      {bare ? null : t(`rung.${rung}`)}
    </span>
  );
};
