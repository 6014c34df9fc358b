// Which units take part, which teams supervise them, which checklists are used.
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../shared/query/index.ts';
import { Card, FieldFault, faultyInput } from '../../../shared/ui/index.ts';
import type { PartProps } from './draft-editor.tsx';

const unitTypes = ['countyHospital', 'maternalHospital', 'townshipHospital', 'communityCentre'];

export const PeoplePart = ({ draft, disabled, readOnly, faults, onChange }: PartProps) => {
  const { t } = useTranslation('campaign');
  const organisations = useApi('GET /api/organisations', {}, { stale: 300_000 }).data ?? [];
  const teams = useApi('GET /api/teams', {}, { stale: 300_000 }).data ?? [];
  const checklists = useApi('GET /api/checklists', {}, { stale: 300_000 }).data ?? [];
  const units = organisations.filter(
    (each) => (each.active || draft.unitIds.includes(each.id)) && unitTypes.includes(each.type),
  );
  const choice = (
    id: string,
    label: string,
    value: string[],
    options: { value: string; label: string }[],
    set: (value: string[]) => void,
    fault?: string | undefined,
  ) =>
    readOnly ? (
      <div className="draft-field">
        <span className="small support">
          {label} {t('chosen', { count: value.length })}
        </span>
        <p>
          {options
            .filter((option) => value.includes(option.value))
            .map(({ label: name }) => name)
            .join('、')}
        </p>
      </div>
    ) : (
      <div className="draft-field">
        <label htmlFor={id}>
          {label} <span className="small quiet">{t('chosen', { count: value.length })}</span>
        </label>
        <Select
          id={id}
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          // without their names the chosen would be drawn by their keys
          loading={options.length === 0}
          disabled={disabled || options.length === 0}
          value={options.length === 0 ? [] : value}
          options={options}
          onChange={set}
          {...faultyInput(id, fault)}
        />
        <FieldFault id={id} fault={fault} />
      </div>
    );
  return (
    <Card title={t('people')} inside>
      {choice(
        'units',
        t('unitsChosen'),
        draft.unitIds,
        units.map((each) => ({ value: each.id, label: each.name })),
        (unitIds) => onChange({ unitIds }),
        faults.get('unitIds'),
      )}
      {readOnly ? null : (
        <Button
          size="small"
          disabled={disabled}
          onClick={() => onChange({ unitIds: units.filter((each) => each.active).map((each) => each.id) })}
        >
          {t('takeAll')}
        </Button>
      )}
      {choice(
        'teams',
        t('teams'),
        draft.teamIds,
        teams
          .filter((each) => each.active || draft.teamIds.includes(each.id))
          .map((each) => ({ value: each.id, label: each.name })),
        (teamIds) => onChange({ teamIds }),
        faults.get('teamIds'),
      )}
      {choice(
        'checklists',
        t('checklists'),
        draft.checklistIds,
        checklists.map((each) => ({ value: each.id, label: `${each.title} v${each.version}` })),
        (checklistIds) => onChange({ checklistIds }),
      )}
    </Card>
  );
};
