// One row of a list: tags, what it is, one line of fact; the whole row opens it.
import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icon.tsx';

type RowProps = { href: string; tags: ReactNode; title?: string; fact?: string; children?: ReactNode };

export const Row = ({ href, tags, title, fact, children }: RowProps): ReactElement => (
  <li>
    <a className="row" href={href}>
      <span className="tags">{tags}</span>
      {title !== undefined && <strong>{title}</strong>}
      {fact !== undefined && fact !== '' && <p>{fact}</p>}
      {children}
      <span className="go">
        <Icon name="right" />
      </span>
    </a>
  </li>
);
