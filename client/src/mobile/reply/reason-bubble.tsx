// A reviewer's reason, hanging on the thing it is about: what is wrong, then what to do.
import type { ReactElement } from 'react';
import type { ReturnedItem } from './returned.ts';

type ReasonBubbleProps = { item: ReturnedItem; by?: string; right?: boolean };

export const ReasonBubble = ({ item, by = '', right = false }: ReasonBubbleProps): ReactElement => (
  <div className={right ? 'because bubble right' : 'because bubble'}>
    <p>
      <b>{item.reason}</b>
    </p>
    {item.fix !== '' && <p>{item.fix}</p>}
    {by !== '' && <p className="by">{by}</p>}
  </div>
);
