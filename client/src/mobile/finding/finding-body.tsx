// What a finding says, in the order people ask: by when, what, seen where, by which rule, what to hand in.
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { EvidenceItem } from '#contracts/evidence.ts';
import type { IssueDetail } from '#contracts/issues.ts';
import { Compare, Shot, photoOf } from '../photo/index.ts';
import { deadlineText } from '../time/index.ts';
import { DueTag, Icon, Section, Tag, Timeline } from '../ui/index.ts';
import { say, sayText } from '../words/index.ts';
import { DeadlineSection } from './deadline-section.tsx';
import { MeasuredTable } from './measured-table.tsx';

const shortEnough = 24;

/** What is wrong here, in its own words while they fit a line; else the campaign's name for it. */
export const issueTitle = (issue: Pick<IssueDetail, 'description' | 'problemTitle'>): string =>
  issue.problemTitle === '' || issue.description.length <= shortEnough ? issue.description : issue.problemTitle;

/** The other of the two, for below the title. */
const issueFact = (issue: IssueDetail): string =>
  issueTitle(issue) === issue.description ? issue.problemTitle : issue.description;

export const seenPhotos = (issue: IssueDetail): EvidenceItem[] =>
  issue.evidence.filter((item) => item.kind === 'photo' && (item.phase === 'before' || item.phase === 'onSite'));

const Seen = ({ issue }: { issue: IssueDetail }): ReactElement | null => {
  const [open, setOpen] = useState<number | null>(null);
  const photos = seenPhotos(issue);
  if (photos.length === 0) return null;
  const pairs = photos.map((item) => ({
    title: item.label,
    shots: [{ name: item.label, photo: photoOf(item) }],
  }));
  return (
    <>
      <div className={photos.length === 1 ? 'pair seen single' : 'pair'}>
        {photos.map((item, index) => (
          <Shot
            key={item.id}
            photo={photoOf(item)}
            name={item.label}
            title={item.label}
            onOpen={() => setOpen(index)}
          />
        ))}
      </div>
      {open !== null && <Compare pairs={pairs} first={open} onClose={() => setOpen(null)} />}
    </>
  );
};

const ToHandIn = ({ issue }: { issue: IssueDetail }): ReactElement => {
  const photos = issue.requiredEvidence.map((one) => one.label).join(say('list.comma'));
  return (
    <Section title={say('finding.handIn')}>
      <dl className="facts">
        {photos !== '' && (
          <>
            <dt>{say('finding.photos')}</dt>
            <dd>{say('finding.oneEach', { what: photos })}</dd>
          </>
        )}
        <dt>{say('finding.words')}</dt>
        <dd>{say('finding.wordsWhat')}</dd>
        <dt>{say('finding.sign')}</dt>
        <dd>{say('finding.signWho')}</dd>
      </dl>
    </Section>
  );
};

export const FindingBody = ({ issue, open }: { issue: IssueDetail; open: boolean }): ReactElement => (
  <>
    <Section>
      <p className="chips">
        {issue.due !== null && open && <DueTag due={issue.due} />}
        {!open && (
          <Tag
            look={issue.status === 'struckOff' ? 'green' : 'blue'}
            icon={issue.status === 'struckOff' ? 'check' : 'hourglass'}
          >
            {sayText(issue.nextStep)}
          </Tag>
        )}
        {issue.due !== null && open && <b>{say('finding.replyBy', { day: deadlineText(issue.due.at) })}</b>}
      </p>
      {issue.measured.length > 0 ? (
        <MeasuredTable items={issue.measured} place={issue.siteName ?? issue.unitName} />
      ) : (
        <p>{issueFact(issue)}</p>
      )}
      {issue.goal !== '' && (
        <p className="muted">
          {say('finding.goal')}
          {issue.goal}
        </p>
      )}
      <Seen issue={issue} />
    </Section>
    {issue.basis !== null && (
      <Section title={say('finding.basis')}>
        <blockquote className="quote">
          {issue.basis.text !== '' && <p>{issue.basis.text}</p>}
          <p className="muted">{issue.basis.source}</p>
        </blockquote>
      </Section>
    )}
    {open && <ToHandIn issue={issue} />}
    <DeadlineSection issue={issue} />
    <Section title={say('finding.life')}>
      {issue.life.length === 0 ? (
        <p className="muted">
          <Icon name="minus" /> {say('home.none')}
        </p>
      ) : (
        <Timeline events={issue.life} />
      )}
    </Section>
  </>
);
