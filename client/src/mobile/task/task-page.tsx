// Opens a task: finds the page made for its kind, or draws its form.
import type { ReactElement } from 'react';
import type { TaskDetail } from '#contracts/tasks.ts';
import { ChecklistPage, StartPage } from '../checklist/index.ts';
import { FindingTask } from '../finding/index.ts';
import { NoticePage } from '../notice/index.ts';
import { ReplyPage } from '../reply/index.ts';
import { linkTo } from '../route/index.ts';
import { reload, taskRead, useResource } from '../store/index.ts';
import { Failed, Header, Loading } from '../ui/index.ts';
import { say } from '../words/index.ts';
import { FormPage } from './form-page.tsx';

const pageFor = (detail: TaskDetail, part: string | undefined): ReactElement => {
  const { issue } = detail;
  switch (detail.task.type) {
    case 'rectify':
      if (issue === null) break;
      return part === 'reply' ? (
        <ReplyPage detail={detail} issue={issue} />
      ) : (
        <FindingTask detail={detail} issue={issue} />
      );
    case 'acknowledge-escalation':
    case 'reply-escalation':
      if (detail.escalation === null || part === 'reply') break;
      return <NoticePage escalation={detail.escalation} task={detail.task} />;
    case 'inspect-institution':
    case 'self-check':
      return <ChecklistPage detail={detail} />;
    case 'start-inspection':
      return <StartPage detail={detail} />;
  }
  return <FormPage detail={detail} />;
};

export const TaskPage = ({ taskKey, part }: { taskKey: string; part: string | undefined }): ReactElement => {
  const { value: detail, error } = useResource(taskRead(taskKey));
  if (detail === undefined)
    return (
      <>
        <Header title={say('task.title')} back={linkTo()} />
        <main>{error === null ? <Loading /> : <Failed error={error} onRetry={() => reload(`task/${taskKey}`)} />}</main>
      </>
    );
  return pageFor(detail, part);
};
