// Page head and card: title, facts beside it, acts at the right.
import type { ReactNode } from 'react';

export const PageHead = ({ title, facts, acts }: { title: ReactNode; facts?: ReactNode; acts?: ReactNode }) => (
  <header className="page-head">
    <h1>{title}</h1>
    {facts === undefined ? null : <div className="facts">{facts}</div>}
    {acts === undefined ? null : <div className="acts no-print">{acts}</div>}
  </header>
);

type CardProps = { title: ReactNode; note?: ReactNode; more?: ReactNode; children: ReactNode; inside?: boolean };
export const Card = ({ title, note, more, children, inside = false }: CardProps) => (
  <section className="card">
    <header>
      <h2>{title}</h2>
      {note === undefined ? null : <span className="small quiet">{note}</span>}
      {more === undefined ? null : <span className="more">{more}</span>}
    </header>
    {inside ? <div className="inside">{children}</div> : children}
  </section>
);

export const KeyCap = ({ children }: { children: ReactNode }) => <kbd className="key-cap">{children}</kbd>;

export const Bar = ({ percent, color }: { percent: number; color?: string }) => (
  <span className="bar" aria-hidden>
    <i
      style={{
        width: `${Math.max(0, Math.min(100, percent))}%`,
        ...(color === undefined ? {} : { background: color }),
      }}
    />
  </span>
);
