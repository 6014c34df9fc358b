// What a page shows while it has nothing: loading, failed, never loaded.
import type { ReactElement } from 'react';
import { failureText } from '../failure/index.ts';
import { say } from '../words/index.ts';

export const Loading = (): ReactElement => (
  <div role="status" aria-label={say('state.loading')}>
    <div className="skeleton" />
    <div className="skeleton" />
    <div className="skeleton" />
  </div>
);

export const Failed = ({ error, onRetry }: { error: unknown; onRetry: () => void }): ReactElement => (
  <div className="blank" role="alert">
    <h2>{say('state.failed')}</h2>
    <p>{failureText(error)}</p>
    <button type="button" className="button" onClick={onRetry}>
      {say('act.retry')}
    </button>
  </div>
);
