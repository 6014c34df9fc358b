// User name and password with the server's reason when they do not fit.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormEvent } from 'react';
import type { Me } from '#contracts/session.ts';
import { useAct } from '../../shared/query/index.ts';
import { ProblemNote } from '../../shared/ui/index.ts';

type Props = { onDone: (me: Me) => void; fixedName?: string; preset?: { username: string; password: string } };

export const SignInForm = ({ onDone, fixedName, preset }: Props) => {
  const { t } = useTranslation('shell');
  const [username, setUsername] = useState(fixedName ?? preset?.username ?? '');
  const [password, setPassword] = useState(preset?.password ?? '');
  const signIn = useAct('POST /api/session');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate({ body: { username, password } }, { onSuccess: onDone });
  };
  return (
    <form className="sign-in-form" onSubmit={submit}>
      {signIn.error === null ? null : <ProblemNote error={signIn.error} />}
      <label htmlFor="username">{t('signIn.username')}</label>
      <Input
        id="username"
        autoComplete="username"
        value={username}
        disabled={fixedName !== undefined}
        autoFocus={fixedName === undefined}
        onChange={(event) => setUsername(event.target.value)}
      />
      <label htmlFor="password">{t('signIn.password')}</label>
      <Input.Password
        id="password"
        autoComplete="current-password"
        value={password}
        autoFocus={fixedName !== undefined}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        loading={signIn.isPending}
        disabled={username.trim() === '' || password === ''}
      >
        {t('signIn.enter')}
      </Button>
    </form>
  );
};
