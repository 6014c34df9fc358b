// A full-width part of a page with its heading and, on the right, its state.
import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';

type SectionProps = {
  id?: string;
  title?: string;
  small?: string;
  no?: number;
  side?: ReactNode;
  children?: ReactNode;
};

export const Section = ({ id, title, small, no, side, children }: SectionProps): ReactElement => {
  const heading = useId();
  return (
    <section id={id} className="section" tabIndex={-1} aria-labelledby={title === undefined ? undefined : heading}>
      {title !== undefined && (
        <header>
          <h2 id={heading}>
            {no !== undefined && <span className="no">{no}</span>}
            {title}
            {small !== undefined && <small>{small}</small>}
          </h2>
          {side}
        </header>
      )}
      {children}
    </section>
  );
};
