// On the site: what is to be checked here, and the act that makes the visit known to its target.
import type { ReactElement } from 'react';
import type { TaskDetail } from '#contracts/tasks.ts';
import { useOnItsWay } from '../board/index.ts';
import { SavedMark, useDraft } from '../draft/index.ts';
import { PhotoList } from '../photo/index.ts';
import { handIn, uploadFor } from '../reply/index.ts';
import { linkTo } from '../route/index.ts';
import { NetworkStrip, useOnline } from '../shell/index.ts';
import { momentText } from '../time/index.ts';
import { Bar, Header, Section, Tag } from '../ui/index.ts';
import { say, stepName, subjectOf } from '../words/index.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const StartPage = ({ detail }: { detail: TaskDetail }): ReactElement => {
  const { task, inspection } = detail;
  const online = useOnline();
  const onItsWay = useOnItsWay(task);
  const draft = useDraft(task.key, {}, detail.draft);
  const values = draft.values ?? {};
  const photos = Array.isArray(values['photos'])
    ? values['photos'].filter((one): one is string => typeof one === 'string')
    : [];
  const names = inspection === null ? [] : inspection.targets.map((target) => target.name);
  const name = names.length === 0 ? subjectOf(task) : names.join(say('list.comma'));
  const start = (): Promise<void> =>
    handIn({
      taskKey: task.key,
      issueId: '',
      title: say('visit.startOf', { name }),
      values: { place: text(values['place']).trim(), photos },
    });
  return (
    <>
      <Header title={name} sub={stepName(task.title)} back={linkTo()}>
        <SavedMark draft={draft} />
      </Header>
      <NetworkStrip filling />
      <main>
        <Section>
          <p className="chips">
            <Tag look="grey" icon="clock">
              {say('visit.notStarted')}
            </Tag>
            {task.secret && (
              <Tag look="grey" icon="lock">
                {say('visit.secret')}
              </Tag>
            )}
          </p>
          {inspection !== null && (
            <dl className="facts">
              <dt>{say('visit.planned')}</dt>
              <dd>{momentText(inspection.plannedFor)}</dd>
              <dt>{say('visit.purpose')}</dt>
              <dd>{inspection.purpose}</dd>
              <dt>{say('visit.sheet')}</dt>
              <dd>{inspection.checklist?.title ?? say('check.noSheet')}</dd>
              {inspection.members.length > 0 && (
                <>
                  <dt>{say('visit.members')}</dt>
                  <dd>{inspection.members.map((member) => member.name).join(say('list.comma'))}</dd>
                </>
              )}
            </dl>
          )}
        </Section>
        <Section title={say('visit.place')} side={<span className="muted">{say('form.optional')}</span>}>
          <input
            type="text"
            aria-label={say('visit.place')}
            value={text(values['place'])}
            onChange={({ target }) => draft.change({ place: target.value })}
          />
        </Section>
        <Section title={say('visit.arrival')} side={<span className="muted">{say('form.optional')}</span>}>
          <PhotoList
            id="photos"
            label={say('visit.arrival')}
            upload={uploadFor(detail, 'photo', 'onSite', say('visit.arrival'))}
            value={photos}
            known={[]}
            onChange={(next) => draft.change({ photos: next })}
          />
        </Section>
      </main>
      <Bar
        hint={<span>{say(onItsWay ? 'finding.onItsWay' : task.secret ? 'visit.secretHint' : 'visit.startHint')}</span>}
      >
        {onItsWay ? (
          <a className="primary" href={linkTo('queue')}>
            {say('finding.seeQueue')}
          </a>
        ) : (
          <button type="button" className="primary" onClick={() => void start()}>
            {say(online ? 'visit.start' : 'act.submitLater')}
          </button>
        )}
      </Bar>
    </>
  );
};
