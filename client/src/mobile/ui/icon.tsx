// One line icon; decoration only, the word beside it carries the meaning.
import type { ReactElement } from 'react';
import { icons } from './icons.ts';
import type { IconName } from './icons.ts';

export const Icon = ({ name }: { name: IconName }): ReactElement => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={icons[name]} />
  </svg>
);
