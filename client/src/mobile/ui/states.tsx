// What a page shows while it has nothing: loading, failed, never loaded.
import type { ReactElement } from 'react';
import { isUnreachable, failureText } from '../failure/index.ts';
import { say } from '../words/index.ts';
import { Icon } from './icon.tsx';

export const Loading = (): ReactElement => (
  <div role="status" aria-label={say('state.loading')}>
    <div className="skeleton" />
    <div className="skeleton" />
    <div className="skeleton" />
  </div>
);

type FailedProps = { error: unknown; hint?: string; onRetry: () => void };

/** No network is no fault: it says what is safe and goes on by itself. */
const Unreached = ({ hint = say('offline.notKept'), onRetry }: Omit<FailedProps, 'error'>): ReactElement => (
  <div className="blank" role="status">
    <h2>
      <Icon name="offline" />
      {say(navigator.onLine ? 'net.noServer' : 'net.offline')}
    </h2>
    <p>{hint}</p>
    <button type="button" className="button" onClick={onRetry}>
      {say('act.retry')}
    </button>
  </div>
);

export const Failed = ({ error, hint, onRetry }: FailedProps): ReactElement =>
  isUnreachable(error) ? (
    <Unreached {...(hint === undefined ? {} : { hint })} onRetry={onRetry} />
  ) : (
    <div className="blank" role="alert">
      <h2>{say('state.failed')}</h2>
      <p>{failureText(error)}</p>
      <button type="button" className="button" onClick={onRetry}>
        {say('act.retry')}
      </button>
    </div>
  );
