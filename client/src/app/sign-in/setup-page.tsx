// An empty installation asks for its county and its first administrator.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormEvent } from 'react';
import type { Boot, Me } from '#contracts/session.ts';
import { useAct } from '../../shared/query/index.ts';
import { ProblemNote } from '../../shared/ui/index.ts';
import './sign-in.css';

const fields = ['county', 'name', 'username', 'password'] as const;

export const SetupPage = ({ onDone }: { boot: Boot; onDone: (me: Me) => void }) => {
  const { t } = useTranslation('shell');
  const [values, setValues] = useState({ county: '', name: '', username: '', password: '' });
  const setup = useAct('POST /api/setup');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setup.mutate({ body: values }, { onSuccess: onDone });
  };
  return (
    <main className="sign-in">
      <form className="sign-in-box sign-in-form" onSubmit={submit}>
        <h1>{t('setup.title')}</h1>
        <p className="support">{t('setup.note')}</p>
        {setup.error === null ? null : <ProblemNote error={setup.error} />}
        {fields.map((field) => (
          <div key={field}>
            <label htmlFor={field}>{t(`setup.${field}`)}</label>
            <Input
              id={field}
              type={field === 'password' ? 'password' : 'text'}
              value={values[field]}
              onChange={(event) => setValues({ ...values, [field]: event.target.value })}
            />
          </div>
        ))}
        <Button type="primary" size="large" htmlType="submit" block loading={setup.isPending}>
          {t('setup.create')}
        </Button>
      </form>
    </main>
  );
};
