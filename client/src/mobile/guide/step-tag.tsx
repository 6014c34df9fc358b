// The state of one step of a form: done, or what is still to do.
import type { ReactElement } from 'react';
import { Tag } from '../ui/index.ts';

export const StepTag = ({ done, yes, no }: { done: boolean; yes: string; no: string }): ReactElement => (
  <Tag look={done ? 'green' : 'grey'} icon={done ? 'check' : 'dashed'}>
    {done ? yes : no}
  </Tag>
);
