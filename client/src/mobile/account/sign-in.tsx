// Signing in; in a demonstration the phone's accounts are offered to tap.
import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { call } from '../../shared/api/index.ts';
import type { Boot, Me } from '#contracts/session.ts';
import { failureText } from '../failure/index.ts';
import { Bar, Icon, Section } from '../ui/index.ts';
import { say } from '../words/index.ts';

type SignInProps = { boot: Boot; again?: boolean; onDone: (me: Me) => void };

export const SignIn = ({ boot, again = false, onDone }: SignInProps): ReactElement => {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);

  const enter = async (name: string, word: string): Promise<void> => {
    setBusy(true);
    setError('');
    try {
      onDone(await call('POST /api/session', { body: { username: name, password: word } }));
    } catch (failure) {
      setError(failureText(failure));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (username.trim() === '' || password === '') setError(say('signIn.both'));
    else void enter(username.trim(), password);
  };
  const accounts = boot.accounts.filter((account) => account.entry === 'phone');

  return (
    <form className="page" onSubmit={submit}>
      <main>
        <Section>
          <h1>{again ? say('signIn.again') : boot.product}</h1>
          <p className="muted">{again ? say('signIn.nothingLost') : say('signIn.what')}</p>
          <label className="field">
            <span className="name">{say('signIn.username')}</span>
            <input
              type="text"
              autoComplete="username"
              autoCapitalize="none"
              value={username}
              onChange={(event) => setUsername(event.target.value)}
            />
          </label>
          <label className="field">
            <span className="name">{say('signIn.password')}</span>
            <input
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </label>
          {error !== '' && (
            <p className="error" role="alert">
              <Icon name="warning" />
              {error}
            </p>
          )}
        </Section>
        {accounts.length > 0 && (
          <Section title={say('signIn.demo')} small={say('signIn.demoHint')}>
            <ul className="rows">
              {accounts.map((account) => (
                <li key={account.username}>
                  <button type="button" className="row" onClick={() => void enter(account.username, account.password)}>
                    <strong>{account.name}</strong>
                    <span className="muted">{account.role}</span>
                    <span className="go">
                      <Icon name="right" />
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </main>
      <Bar>
        <button type="submit" className="primary" aria-busy={busy}>
          {busy ? say('signIn.busy') : say('act.signIn')}
        </button>
      </Bar>
    </form>
  );
};
