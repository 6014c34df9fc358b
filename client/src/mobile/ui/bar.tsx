// The bottom bar: what is missing or what the act means, one primary act, at most one beside it.
import type { ReactElement, ReactNode } from 'react';

type BarProps = { hint?: ReactNode; second?: ReactNode; children: ReactNode };

export const Bar = ({ hint, second, children }: BarProps): ReactElement => (
  <div className="bar">
    {hint !== undefined && (
      <div className="hint" aria-live="polite">
        {hint}
      </div>
    )}
    <div className="acts">
      {second}
      {children}
    </div>
  </div>
);
