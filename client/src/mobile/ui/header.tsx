// The head of a page: way back, title, what it is about, and one thing on the right.
import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { say } from '../words/index.ts';
import { Icon } from './icon.tsx';

type HeaderProps = { title: string; sub?: string; back?: string; children?: ReactNode };

export const Header = ({ title, sub = '', back, children }: HeaderProps): ReactElement => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title;
    // A new page speaks its name to a screen reader.
    if (back !== undefined) heading.current?.focus({ preventScroll: true });
  }, [title, back]);
  return (
    <header className="header">
      {back !== undefined && (
        <a className="icon-button back" href={back} aria-label={say('act.back')}>
          <Icon name="left" />
        </a>
      )}
      <div className="words">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {sub !== '' && <p>{sub}</p>}
      </div>
      {children}
    </header>
  );
};
