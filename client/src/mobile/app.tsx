// The phone entry: who is here, which page is open, and what keeps it fresh.
import { useCallback, useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { installSessionGate } from '../shared/api/index.ts';
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
import { Person, enter, readBoot } from './shell/index.ts';
import type { Known } from './shell/index.ts';
import { boardRead, keepOnPhone, renewAll, renewTopic } from './store/index.ts';
import { TaskPage } from './task/index.ts';
import { Failed, Loading } from './ui/index.ts';
import { language, speak } from './words/index.ts';
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
  useEffect(() => {
    if (me === null) return;
    const look = (): void => {
      if (document.visibilityState === 'visible') renewAll();
    };
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', renewAll);
    const disconnect = connectRealtime({
      onChange: (change) => renewTopic(change.topic),
      onResync: renewAll,
      onSignedOut: renewAll,
      onLine: (up) => void (up ? retryFailed(false) : pump()),
    });
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', renewAll);
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
  const [known, setKnown] = useState<Known | null>(null);
  const [me, setMe] = useState<Me | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [spoken, setSpoken] = useState(language());
  const gate = useGate();

  const begin = useCallback(async (person: Me): Promise<void> => {
    await enter(person);
    setMe(person);
    // Wherever a link led first, the home page is there when the line goes.
    await keepOnPhone(boardRead());
  }, []);
  const boot = useCallback((): void => {
    setError(null);
    readBoot()
      .then(async (found) => {
        setKnown(found);
        if (found.boot.me !== null) await begin(found.boot.me);
      })
      .catch(setError);
  }, [begin]);
  const changeLanguage = (next: Language): void => {
    localStorage.setItem(languageKey, next);
    void speak(next).then(() => setSpoken(next));
  };

  useEffect(() => {
    const kept = localStorage.getItem(languageKey);
    if (kept === 'en') changeLanguage('en');
    boot();
  }, [boot]);
  useEffect(() => {
    if (!gate.asking) window.scrollTo(0, 0);
  }, [route.join('/')]);
  useFreshness(me);

  if (known === null)
    return <div className="page">{error === null ? <Loading /> : <Failed error={error} onRetry={boot} />}</div>;
  if (me === null) return <SignIn boot={known.boot} onDone={(person) => void begin(person)} />;
  return (
    <Person value={me}>
      <div className="page" key={spoken} hidden={gate.asking}>
        <Pages route={route} onLanguage={changeLanguage} onLeft={() => location.reload()} />
      </div>
      {gate.asking && <SignIn boot={known.boot} again onDone={gate.answered} />}
    </Person>
  );
};
