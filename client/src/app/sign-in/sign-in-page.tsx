// The first page: sign in, and in demo mode one account a role to choose from.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Boot, Me } from '#contracts/session.ts';
import { useAct } from '../../shared/query/index.ts';
import { ProblemNote } from '../../shared/ui/index.ts';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { SignInForm } from './sign-in-form.tsx';
import './sign-in.css';

export const SignInPage = ({ boot, onDone }: { boot: Boot; onDone: (me: Me) => void }) => {
  const { t } = useTranslation('shell');
  return (
    <main className="sign-in">
      <section className="sign-in-box">
        <div className="sign-in-title">
          <span className="mark" aria-hidden>
            {t('mark')}
          </span>
          <h1>{t('product')}</h1>
          <LanguageSwitch />
        </div>
        <SignInForm onDone={onDone} />
        {boot.accounts.length === 0 ? null : <DemoAccounts accounts={boot.accounts} onDone={onDone} />}
        <p className="small quiet">
          <a href="/public">{t('signIn.public')}</a>
        </p>
      </section>
    </main>
  );
};

const DemoAccounts = ({ accounts, onDone }: { accounts: Boot['accounts']; onDone: (me: Me) => void }) => {
  const { t } = useTranslation('shell');
  const signIn = useAct('POST /api/session');
  return (
    <section aria-labelledby="demo-title">
      <h2 id="demo-title">{t('signIn.demo')}</h2>
      <p className="small quiet">{t('signIn.demoNote')}</p>
      {signIn.error === null ? null : <ProblemNote error={signIn.error} />}
      <ul className="demo-accounts">
        {accounts.map((account) => (
          <li key={account.username}>
            <Button
              block
              onClick={() =>
                signIn.mutate(
                  { body: { username: account.username, password: account.password } },
                  { onSuccess: onDone },
                )
              }
            >
              <span className="strong">{account.name}</span>
              <span className="small quiet">
                {account.entry === 'phone' ? t('signIn.onPhone', { name: account.username }) : account.username}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};
