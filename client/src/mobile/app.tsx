// The phone entry: who is here, which page is open, and what keeps it fresh.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { installSessionGate, tellReach } from '../shared/api/index.ts';
import { connectRealtime } from '../shared/realtime/index.ts';
import type { Me } from '#contracts/session.ts';
import { Account, SignIn } from './account/index.ts';
import { ExtensionPage } from './extension/index.ts';
import { FindingView } from './finding/index.ts';
import { Home, IssueList } from './home/index.ts';
import { pump, retryFailed } from './outbox/index.ts';
import { QueuePage, SentPage } from './queue/index.ts';
import { useRoute } from './route/index.ts';
import type { Route } from './route/index.ts';
import { Person, enter, rememberSignIn, useBoot, useLine } from './shell/index.ts';
import { boardRead, keepOnPhone, renewAll, renewTopic } from './store/index.ts';
import { TaskPage } from './task/index.ts';
import { Failed, Loading } from './ui/index.ts';
import { language, say, speak } from './words/index.ts';
import type { Language } from './words/index.ts';

const languageKey = 'phone.language';

type PagesProps = { route: Route; onLanguage: (next: Language) => void; onLeft: () => void };
const Pages = ({ route, onLanguage, onLeft }: PagesProps): ReactElement => {
  const [page, id = '', part] = route;
  switch (page) {
    case 'task':
      return <TaskPage key={id} taskKey={id} part={part} />;
    case 'issue':
      return part === 'extension' ? <ExtensionPage key={id} issueId={id} /> : <FindingView key={id} id={id} />;
    case 'waiting':
    case 'done':
      return <IssueList which={page} />;
    case 'queue':
      return <QueuePage />;
    case 'sent':
      return <SentPage id={id} />;
    case 'me':
      return <Account onLanguage={onLanguage} onLeft={onLeft} />;
    default:
      return <Home />;
  }
};

const useFreshness = (me: Me | null): void => {
  const line = useLine();
  const wasDown = useRef(false);
  useEffect(() => {
    if (line === 'up' && wasDown.current) renewAll();
    wasDown.current = line !== 'up';
  }, [line]);
  useEffect(() => {
    if (me === null) return;
    const look = (): void => {
      if (document.visibilityState === 'visible') renewAll();
    };
    document.addEventListener('visibilitychange', look);
    const disconnect = connectRealtime({
      onChange: (change) => renewTopic(change.topic),
      onResync: renewAll,
      onSignedOut: renewAll,
      onLine: (up) => {
        if (!up) return void pump();
        tellReach(true);
        void retryFailed(false);
      },
    });
    return () => {
      document.removeEventListener('visibilitychange', look);
      disconnect();
    };
  }, [me]);
};

/** Forms below stay mounted while the password is asked again, so that nothing typed is lost. */
const useGate = (): { asking: boolean; answered: () => void } => {
  const [answer, setAnswer] = useState<(() => void) | null>(null);
  useEffect(() => {
    installSessionGate(() => new Promise((resolve) => setAnswer(() => resolve)));
    return () => installSessionGate(null);
  }, []);
  const answered = useCallback(() => {
    answer?.();
    setAnswer(null);
  }, [answer]);
  return { asking: answer !== null, answered };
};

export const App = (): ReactElement => {
  const route = useRoute();
  const { known, error, retry } = useBoot();
  const [me, setMe] = useState<Me | null>(null);
  const [spoken, setSpoken] = useState(language());
  const gate = useGate();

  const [broken, setBroken] = useState<unknown>(null);

  const begin = useCallback((person: Me): void => {
    enter(person)
      .then(() => {
        setMe(person);
        // Wherever a link led first, the home page is there when the line goes.
        return keepOnPhone(boardRead());
      })
      .catch(setBroken);
  }, []);
  const changeLanguage = (next: Language): void => {
    localStorage.setItem(languageKey, next);
    void speak(next).then(() => setSpoken(next));
  };

  useEffect(() => {
    const kept = localStorage.getItem(languageKey);
    if (kept === 'en') changeLanguage('en');
  }, []);
  useEffect(() => {
    const person = known?.boot.me ?? null;
    if (person === null) return;
    if (me === null) begin(person);
    // Somebody else's pages must not stay open under another session.
    else if (me.userId !== person.userId) location.reload();
  }, [known, begin]);
  useEffect(() => {
    if (!gate.asking) window.scrollTo(0, 0);
  }, [route.join('/')]);
  useFreshness(me);

  if (known === null || (known.boot.me !== null && me === null)) {
    const failure = error ?? broken;
    return (
      <main className="page">
        {failure === null ? <Loading /> : <Failed error={failure} hint={say('offline.signInLater')} onRetry={retry} />}
      </main>
    );
  }
  const signedIn = (person: Me): void => {
    rememberSignIn(known.boot, person);
    if (me === null) begin(person);
    else if (person.userId === me.userId) gate.answered();
    else location.reload();
  };
  if (me === null) return <SignIn boot={known.boot} onDone={signedIn} />;
  return (
    <Person value={me}>
      <div className="page" key={spoken} hidden={gate.asking}>
        <Pages route={route} onLanguage={changeLanguage} onLeft={() => location.reload()} />
      </div>
      {gate.asking && <SignIn boot={known.boot} again onDone={signedIn} />}
    </Person>
  );
};
