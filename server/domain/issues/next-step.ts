// What happens next to a row, in one sentence.
import type { Text } from '#contracts/problem.ts';
import { inBoth } from '../../platform/in-both.ts';
import { executorName } from './issue.presenter.ts';
import type { IssueRecord, IssueState } from './issue.record.ts';

const orOffice = (name: string | null): Text =>
  name ? inBoth(name) : { zh: '医改办', en: 'the health reform office' };

const nextSteps: Readonly<Record<IssueState, (issue: IssueRecord, section: Text, team: Text) => Text>> = {
  draft: ({ unitName }, section) => ({
    zh: `${unitName}登记原因、措施和责任人，再由${section.zh}确认`,
    en: `${unitName} registers cause, measures and persons, then ${section.en} confirms`,
  }),
  assigned: (_issue, section) => ({
    zh: `${section.zh}确认措施、标准和时限，再开始整改`,
    en: `Measures, standard and deadline are confirmed by ${section.en}, then rectification begins`,
  }),
  raisedUpward: () => ({
    zh: '县级研究决定后继续整改',
    en: 'Rectification goes on once the county has decided',
  }),
  rectifying: (issue) => ({
    zh: `${executorName(issue)}提交佐证，再由${issue.unitName}负责人签字`,
    en: `${executorName(issue)} hands in evidence, then the head of ${issue.unitName} signs`,
  }),
  evidenceSubmitted: ({ unitName }, _section, team) => ({
    zh: `${unitName}负责人签字，再由${team.zh}现场核查`,
    en: `The head of ${unitName} signs, then ${team.en} verifies on site`,
  }),
  verifying: (_issue, _section, team) => ({
    zh: `${team.zh}核查通过后送医改办审批销号`,
    en: `Once ${team.en} passes it, the health reform office decides on the strike-off`,
  }),
  verified: ({ continuing }) =>
    continuing
      ? {
          zh: '医改办审批销号；销号后转长期坚持',
          en: 'The health reform office decides on the strike-off; then it is kept up',
        }
      : { zh: '医改办审批销号', en: 'The health reform office decides on the strike-off' },
  struckOff: () => ({ zh: '已销号，记录不再改动', en: 'Struck off; the record stays as it is' }),
  watching: (_issue, _section, team) => ({
    zh: `长期坚持，由${team.zh}回头看`,
    en: `Kept up; ${team.en} looks back`,
  }),
  closed: () => ({ zh: '回头看通过，已办结', en: 'Closed: the look back found it in place' }),
  cancelled: () => ({ zh: '已撤销', en: 'Withdrawn' }),
  carriedOver: (issue) => ({
    zh: `结转，${executorName(issue)}继续整改`,
    en: `Carried over; ${executorName(issue)} goes on rectifying`,
  }),
};

export const nextStepOf = (issue: IssueRecord): Text =>
  nextSteps[issue.state](issue, orOffice(issue.sectionName), orOffice(issue.teamName));
