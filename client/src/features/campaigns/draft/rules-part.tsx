// The rules of this campaign: days that count where the plan names no date, extensions, look-back, what the public sees.
import { Checkbox, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CampaignDraft } from '#contracts/campaigns.ts';
import { Card } from '../../../shared/ui/index.ts';
import type { PartProps } from './draft-editor.tsx';

type Settings = CampaignDraft['settings'];
type Count = { [Name in keyof Settings]: Settings[Name] extends number ? Name : never }[keyof Settings];

const lookBacks = ['P1M', 'P3M', 'P6M', 'P12M'];
/** In the order a case meets them. */
const days = [
  'approvalDays',
  'planDays',
  'selfCheckDays',
  'registerDays',
  'signDays',
  'verifyDays',
  'returnDays',
  'findingDays',
  'relapseDays',
  'closingDays',
  'summaryDays',
] as const satisfies readonly Count[];
/** None is a rule too; a step without days is not. */
const limits: Readonly<Record<Count, { readonly min: number; readonly max: number }>> = {
  ...(Object.fromEntries(days.map((name) => [name, { min: 1, max: 90 }])) as Record<
    (typeof days)[number],
    { min: number; max: number }
  >),
  maxExtensions: { min: 0, max: 10 },
  openMonths: { min: 1, max: 60 },
};

export const RulesPart = ({ draft, disabled, onChange }: PartProps) => {
  const { t } = useTranslation('campaign');
  const { settings } = draft;
  const set = (part: Partial<Settings>): void => onChange({ settings: { ...settings, ...part } });
  const count = (name: Count) => (
    <div key={name} className="draft-field">
      <label htmlFor={name}>{t(`setting.${name}`)}</label>
      <InputNumber
        id={name}
        {...limits[name]}
        precision={0}
        disabled={disabled}
        value={settings[name]}
        onChange={(value) => set({ [name]: value ?? limits[name].min })}
      />
    </div>
  );
  const tick = (name: 'deadlineInclusive' | 'publicProgress') => (
    <Checkbox disabled={disabled} checked={settings[name]} onChange={(event) => set({ [name]: event.target.checked })}>
      {t(`setting.${name}`)}
    </Checkbox>
  );
  return (
    <Card title={t('rules')} inside>
      <p className="support small">{t('rulesHint')}</p>
      <div className="draft-grid">
        {days.map(count)}
        {count('maxExtensions')}
        {count('openMonths')}
        <div className="draft-field">
          <label htmlFor="look-back">{t('lookBackPeriod')}</label>
          <Select
            id="look-back"
            disabled={disabled}
            value={settings.lookBackPeriod}
            options={[...new Set([...lookBacks, settings.lookBackPeriod])].map((value) => ({
              value,
              label: t(`every.${value.slice(-1)}`, { count: Number(value.slice(1, -1)) }),
            }))}
            onChange={(lookBackPeriod) => set({ lookBackPeriod })}
          />
        </div>
      </div>
      <div className="draft-ticks">
        {tick('deadlineInclusive')}
        {tick('publicProgress')}
      </div>
    </Card>
  );
};
