// The problems handed down: goals, measures, who owns them, until when.
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CampaignDraft } from '#contracts/campaigns.ts';
import { useApi } from '../../../shared/query/index.ts';
import { Card, FieldFault } from '../../../shared/ui/index.ts';
import type { PartProps } from './draft-editor.tsx';
import { TextField, TextList } from './text-list.tsx';

type Problem = CampaignDraft['problems'][number];

export const ProblemsPart = ({ draft, disabled, faults, onChange }: PartProps) => {
  const { t } = useTranslation('campaign');
  const set = (no: number, part: Partial<Problem>): void =>
    onChange({ problems: draft.problems.map((problem) => (problem.no === no ? { ...problem, ...part } : problem)) });
  const add = (): void => {
    const no = Math.max(0, ...draft.problems.map((problem) => problem.no)) + 1;
    const blank: Problem = {
      no,
      code: `problem-${no}`,
      category: '',
      title: '',
      goals: [],
      measures: [],
      references: [],
      owners: [],
      allUnits: false,
      sectionId: null,
      due: null,
      dueText: '',
      continuing: false,
      standard: '',
      note: '',
    };
    onChange({ problems: [...draft.problems, blank] });
  };
  return (
    <Card title={t('problems')} note={t('problemCount', { count: draft.problems.length })} inside>
      {draft.problems.map((problem) => (
        <details key={problem.no} className="draft-problem">
          <summary>
            <b>{problem.no}.</b> {problem.title}{' '}
            <span className="small support">{problem.due ?? (problem.dueText || t('noDue'))}</span>
            {problem.continuing ? <span className="small tone-teal"> {t('continuing')}</span> : null}
          </summary>
          <ProblemFields problem={problem} disabled={disabled} onSet={(part) => set(problem.no, part)} />
          {disabled ? null : (
            <Button
              size="small"
              danger
              icon={<DeleteOutlined aria-hidden />}
              onClick={() => onChange({ problems: draft.problems.filter((each) => each.no !== problem.no) })}
            >
              {t('removeProblem')}
            </Button>
          )}
        </details>
      ))}
      <FieldFault id="problems" fault={faults.get('problems')} />
      {disabled ? null : (
        <Button type="link" icon={<PlusOutlined aria-hidden />} onClick={add}>
          {t('addProblem')}
        </Button>
      )}
    </Card>
  );
};

const ProblemFields = ({
  problem,
  disabled,
  onSet,
}: {
  problem: Problem;
  disabled: boolean;
  onSet: (part: Partial<Problem>) => void;
}) => {
  const { t } = useTranslation('campaign');
  const sections = (useApi('GET /api/organisations', {}, { stale: 300_000 }).data ?? []).filter(
    (each) => each.type === 'section' && each.active,
  );
  const id = (name: string): string => `problem-${problem.no}-${name}`;
  return (
    <div className="draft-fields">
      <div className="draft-grid">
        <TextField
          id={id('title')}
          label={t('problemTitle')}
          value={problem.title}
          disabled={disabled}
          onChange={(title) => onSet({ title })}
        />
        <TextField
          id={id('category')}
          label={t('category')}
          value={problem.category}
          disabled={disabled}
          onChange={(category) => onSet({ category })}
        />
        <TextField
          id={id('due')}
          label={t('problemDue')}
          type="date"
          value={problem.due ?? ''}
          disabled={disabled}
          onChange={(day) => onSet({ due: day || null })}
        />
        <TextField
          id={id('due-text')}
          label={t('dueText')}
          value={problem.dueText}
          disabled={disabled}
          onChange={(dueText) => onSet({ dueText })}
        />
        <TextField
          id={id('standard')}
          label={t('standard')}
          value={problem.standard}
          disabled={disabled}
          onChange={(standard) => onSet({ standard })}
        />
        <div className="draft-field">
          <label htmlFor={id('section')}>{t('section')}</label>
          <Select
            id={id('section')}
            allowClear
            disabled={disabled}
            value={problem.sectionId}
            onChange={(sectionId: string | null) => onSet({ sectionId: sectionId ?? null })}
            options={sections.map((each) => ({ value: each.id, label: each.name }))}
          />
        </div>
      </div>
      <Checkbox
        disabled={disabled}
        checked={problem.allUnits}
        onChange={(event) => onSet({ allUnits: event.target.checked })}
      >
        {t('allUnits')}
      </Checkbox>
      <Checkbox
        disabled={disabled}
        checked={problem.continuing}
        onChange={(event) => onSet({ continuing: event.target.checked })}
      >
        {t('continuing')}
      </Checkbox>
      <TextList
        id={id('goals')}
        label={t('goals')}
        value={problem.goals}
        disabled={disabled}
        onChange={(goals) => onSet({ goals })}
      />
      <TextList
        id={id('measures')}
        label={t('measures')}
        value={problem.measures}
        disabled={disabled}
        onChange={(measures) => onSet({ measures })}
      />
      <TextList
        id={id('owners')}
        label={t('owners')}
        value={problem.owners}
        disabled={disabled}
        onChange={(owners) => onSet({ owners })}
      />
    </div>
  );
};
