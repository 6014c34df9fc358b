// State as word, icon and weight of fill together; never colour alone.
import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

export type Look = 'solid-red' | 'solid-amber' | 'amber' | 'grey' | 'blue' | 'green' | 'red' | 'outline';

export const Tag = ({ look, icon, children }: { look: Look; icon: IconName; children: ReactNode }): ReactElement => (
  <span className={`tag ${look}`}>
    <Icon name={icon} />
    {children}
  </span>
);
