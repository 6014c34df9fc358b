// A finding opened from the task to answer it, or to look at where it stands.
import type { ReactElement } from 'react';
import type { IssueDetail } from '#contracts/issues.ts';
import type { TaskDetail } from '#contracts/tasks.ts';
import { useOnItsWay } from '../board/index.ts';
import { linkTo } from '../route/index.ts';
import { NetworkStrip } from '../shell/index.ts';
import { issueRead, reload, useResource } from '../store/index.ts';
import { Bar, Failed, Header, Loading } from '../ui/index.ts';
import { say, sayText } from '../words/index.ts';
import { FindingBody, issueTitle } from './finding-body.tsx';

const ExtensionLink = ({ issue }: { issue: IssueDetail }): ReactElement | null =>
  issue.extensionRule.allowed && issue.may.includes('extend') && !issue.extensionPending ? (
    <a className="secondary" href={linkTo('issue', issue.id, 'extension')}>
      {say('finding.askMore')}
    </a>
  ) : null;

const extensionHint = (issue: IssueDetail): string => {
  if (issue.extensionPending) return say('finding.extensionAsked');
  const { reason } = issue.extensionRule;
  return reason === null ? '' : sayText(reason);
};

/** The finding behind a task: its primary act is to answer. */
export const FindingTask = ({ detail, issue }: { detail: TaskDetail; issue: IssueDetail }): ReactElement => {
  const onItsWay = useOnItsWay(detail.task);
  const closed = onItsWay || detail.mayComplete ? null : detail.whyNot;
  const hint = onItsWay ? say('finding.onItsWay') : closed === null ? extensionHint(issue) : sayText(closed);
  return (
    <>
      <Header title={issueTitle(issue)} sub={say('issue.no', { no: issue.no })} back={linkTo()} />
      <NetworkStrip />
      <main>
        <FindingBody issue={issue} open />
      </main>
      <Bar
        hint={hint === '' ? undefined : <span>{hint}</span>}
        second={onItsWay || closed !== null ? null : <ExtensionLink issue={issue} />}
      >
        {onItsWay ? (
          <a className="primary" href={linkTo('queue')}>
            {say('finding.seeQueue')}
          </a>
        ) : closed !== null ? (
          <a className="primary" href={linkTo()}>
            {say('act.home')}
          </a>
        ) : (
          <a className="primary" href={linkTo('task', detail.task.key, 'reply')}>
            {say('finding.reply')}
          </a>
        )}
      </Bar>
    </>
  );
};

/** The same finding without a task: nothing to do here now. */
export const FindingView = ({ id }: { id: string }): ReactElement => {
  const { value: issue, error } = useResource(issueRead(id));
  if (issue === undefined)
    return (
      <>
        <Header title={say('finding.title')} back={linkTo()} />
        <main>{error === null ? <Loading /> : <Failed error={error} onRetry={() => reload(`issue/${id}`)} />}</main>
      </>
    );
  return (
    <>
      <Header title={issueTitle(issue)} sub={say('issue.no', { no: issue.no })} back={linkTo()} />
      <NetworkStrip />
      <main>
        <FindingBody issue={issue} open={issue.status === 'rectifying'} />
      </main>
      {issue.openTaskKey !== null && issue.status === 'rectifying' && (
        <Bar second={<ExtensionLink issue={issue} />}>
          <a className="primary" href={linkTo('task', issue.openTaskKey)}>
            {say('finding.reply')}
          </a>
        </Bar>
      )}
    </>
  );
};
