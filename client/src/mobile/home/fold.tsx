// A counted heap behind one row: waiting for others, or done.
import type { ReactElement } from 'react';
import { Icon, Tag } from '../ui/index.ts';
import type { IconName, Look } from '../ui/index.ts';
import { say } from '../words/index.ts';

type FoldProps = { href: string; look: Look; icon: IconName; word: string; count: number };

export const Fold = ({ href, look, icon, word, count }: FoldProps): ReactElement => (
  <li>
    <a className="row" href={href}>
      <span className="tags">
        <Tag look={look} icon={icon}>
          {word}
        </Tag>
        {say('home.count', { n: count })}
      </span>
      <span className="go">
        <Icon name="right" />
      </span>
    </a>
  </li>
);
