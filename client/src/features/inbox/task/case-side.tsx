// The case beside the form: nobody decides without evidence, history and consequence in view.
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '#contracts/tasks.ts';
import { CaseFacts, IssueFacts, LifeList, PhotoSide, RoundList, StepTable } from '../../../shared/case-file/index.ts';
import { Paper } from '../../../shared/paper/index.ts';
import type { Letter } from '../../../shared/paper/index.ts';
import type { Values } from '../form/answer.ts';
import { CampaignSide } from './campaign-side.tsx';
import { EscalationSide } from './escalation-side.tsx';
import { InspectionSide } from './inspection-side.tsx';
import { TabSet } from '../../../shared/ui/index.ts';
import { LadderBar } from './ladder-bar.tsx';

/** Tasks that decide about the letter itself; everyone else needs the matter first. */
const aboutPaper = ['draft-document', 'approve-document', 'approve-exposure', 'acknowledge-escalation'];

export const CaseSide = ({ detail, values }: { detail: TaskDetail; values: Values }) => {
  const { t } = useTranslation('inbox');
  const { issue, escalation, inspection, campaign, strip } = detail;
  const letter = letterOf(detail, values);
  const life = issue?.life ?? escalation?.life ?? inspection?.life ?? detail.case?.life ?? campaign?.life ?? [];
  const paper =
    letter === null ? [] : [{ key: 'letter', label: t('side.letter'), children: <Paper letter={letter} /> }];
  const paperFirst = aboutPaper.includes(detail.task.type);
  const items = [
    ...(paperFirst ? paper : []),
    {
      key: 'facts',
      label: t('side.facts'),
      children: (
        <div className="case-parts">
          {issue === null ? null : <PhotoSide evidence={issue.evidence} />}
          {issue !== null && escalation === null ? <LadderBar rung={issue.rung} /> : null}
          {escalation === null ? null : <EscalationSide escalation={escalation} />}
          {inspection === null ? null : <InspectionSide inspection={inspection} />}
          {detail.case === null ? null : <CaseFacts caseDetail={detail.case} />}
          {campaign === null ? null : <CampaignSide campaign={campaign} />}
          <section>
            <h3>
              {t('shared:life.title')}{' '}
              <span className="quiet small">{t('shared:life.count', { count: life.length })}</span>
            </h3>
            <LifeList life={life} />
          </section>
        </div>
      ),
    },
    ...(paperFirst ? [] : paper),
    ...(issue === null
      ? []
      : [
          { key: 'row', label: t('side.row'), children: <IssueFacts issue={issue} /> },
          {
            key: 'evidence',
            label: `${t('side.evidence')} ${issue.evidenceCount}`,
            children: <RoundList issue={issue} />,
          },
        ]),
    ...(strip === null ? [] : [{ key: 'steps', label: t('side.steps'), children: <StepTable strip={strip} /> }]),
  ];
  return (
    <section className="case-side" aria-label={t('side.label')}>
      <TabSet label={t('side.label')} items={items} />
    </section>
  );
};

/** The letter being written shows what is typed; otherwise the one that waits for its decision. */
const letterOf = (detail: TaskDetail, values: Values): Letter | null => {
  const documents = detail.escalation?.documents ?? [];
  const pending = documents.find((each) => each.state !== 'issued' && each.state !== 'withdrawn');
  const typed = (name: string): string => {
    const value = values[name] ?? detail.values[name];
    return typeof value === 'string' ? value : '';
  };
  if (detail.task.type === 'approve-document' && pending !== undefined) return { ...pending, docNo: typed('docNo') };
  if (detail.task.type !== 'draft-document') return pending ?? documents.at(-1) ?? null;
  return {
    ...(pending ?? blankLetter),
    issuer: typed('issuer'),
    date: typed('date'),
    title: typed('title'),
    docNo: typed('docNo'),
    addressee: typed('addressee'),
    body: typed('body'),
    copies: typed('copies'),
  };
};
const blankLetter = {
  id: '',
  kind: 'circular',
  state: 'draft',
  signer: '',
  deliveredAt: null,
  acknowledgedAt: null,
  acknowledgedBy: '',
} as const;
