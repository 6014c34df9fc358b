// Who I am here, the language, and signing out, which waits for the box to be empty.
import { useState } from 'react';
import type { ReactElement } from 'react';
import { failureText } from '../failure/index.ts';
import { summarise, unsent, useBox } from '../outbox/index.ts';
import { linkTo } from '../route/index.ts';
import { leave, usePerson } from '../shell/index.ts';
import { Bar, Header, Icon, RadioChips, Row, Section, Tag } from '../ui/index.ts';
import { language, say } from '../words/index.ts';
import type { Language } from '../words/index.ts';

type AccountProps = { onLanguage: (next: Language) => void; onLeft: () => void };

const languages: { value: Language; label: string }[] = [
  { value: 'zh-CN', label: say('language.zh') },
  { value: 'en', label: say('language.en') },
];

export const Account = ({ onLanguage, onLeft }: AccountProps): ReactElement => {
  const me = usePerson();
  const waiting = unsent(summarise(useBox()));
  const [error, setError] = useState('');
  const out = (): void => {
    if (waiting > 0) return setError(say('account.notEmpty', { n: waiting }));
    leave().then(onLeft, (failure: unknown) => setError(failureText(failure)));
  };
  return (
    <>
      <Header title={say('account.title')} back={linkTo()} />
      <main>
        <Section title={me.name} {...(me.title === me.name ? {} : { small: me.title })}>
          <dl className="facts">
            <dt>{say('account.unit')}</dt>
            <dd>{me.orgName ?? say('account.none')}</dd>
            <dt>{say('account.username')}</dt>
            <dd>{me.username}</dd>
          </dl>
        </Section>
        <Section title={say('account.language')}>
          <RadioChips
            label={say('account.language')}
            choices={languages}
            chosen={[language()]}
            onPick={(next) => onLanguage(next === 'en' ? 'en' : 'zh-CN')}
          />
        </Section>
        <Section title={say('queue.title')}>
          <ul className="rows">
            <Row
              href={linkTo('queue')}
              tags={
                <Tag look={waiting > 0 ? 'blue' : 'green'} icon={waiting > 0 ? 'cloud' : 'check'}>
                  {waiting > 0 ? say('queue.left', { n: waiting }) : say('queue.empty')}
                </Tag>
              }
            />
          </ul>
        </Section>
      </main>
      <Bar hint={waiting > 0 ? <span>{say('queue.noLeaving')}</span> : undefined}>
        <button type="button" className="secondary primary-width" onClick={out}>
          {say('act.signOut')}
        </button>
      </Bar>
      {error !== '' && (
        <p className="toast" role="alert">
          <Icon name="warning" /> {error}
        </p>
      )}
    </>
  );
};
