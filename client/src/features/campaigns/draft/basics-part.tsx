// Title, document number, where the problems were fed back from, aims and dates of the whole.
import { useTranslation } from 'react-i18next';
import type { CampaignDraft } from '#contracts/campaigns.ts';
import { Card } from '../../../shared/ui/index.ts';
import type { PartProps } from './draft-editor.tsx';
import { TextField, TextList } from './text-list.tsx';

export const BasicsPart = ({ draft, disabled, faults, onChange }: PartProps) => {
  const { t } = useTranslation('campaign');
  const setting = (part: Partial<CampaignDraft['settings']>): void =>
    onChange({ settings: { ...draft.settings, ...part } });
  const source = draft.sources[0];
  const setSource = (part: Partial<CampaignDraft['sources'][number]>): void => {
    const blank = { body: '', round: '', onSiteFrom: null, onSiteTo: null, feedbackAt: null, documentNo: '' };
    onChange({ sources: [{ ...blank, ...source, ...part }, ...draft.sources.slice(1)] });
  };
  return (
    <Card title={t('basics')} inside>
      <div className="draft-grid">
        <TextField
          id="title"
          label={t('name')}
          max={120}
          value={draft.title}
          fault={faults.get('title')}
          disabled={disabled}
          onChange={(title) => onChange({ title })}
        />
        <TextField
          id="document-no"
          label={t('documentNo')}
          max={60}
          value={draft.documentNo}
          fault={faults.get('documentNo')}
          disabled={disabled}
          onChange={(documentNo) => onChange({ documentNo })}
        />
        <TextField
          id="source-body"
          label={t('sourceBody')}
          value={source?.body ?? ''}
          disabled={disabled}
          onChange={(body) => setSource({ body })}
        />
        <TextField
          id="source-at"
          label={t('feedbackAt')}
          type="date"
          value={source?.feedbackAt ?? ''}
          disabled={disabled}
          onChange={(day) => setSource({ feedbackAt: day || null })}
        />
        <TextField
          id="campaign-end"
          label={t('campaignEnd')}
          type="date"
          value={draft.campaignEnd ?? ''}
          fault={faults.get('campaignEnd')}
          disabled={disabled}
          onChange={(day) => onChange({ campaignEnd: day || null })}
        />
        <TextField
          id="summary-due"
          label={t('summaryDue')}
          type="date"
          value={draft.summaryDue ?? ''}
          disabled={disabled}
          onChange={(day) => onChange({ summaryDue: day || null })}
        />
        <TextField
          id="outer-due"
          label={t('outerDue')}
          type="date"
          value={draft.settings.outerDue ?? ''}
          disabled={disabled}
          onChange={(day) => setting({ outerDue: day || null })}
        />
      </div>
      <TextList
        id="aims"
        label={t('aims')}
        value={draft.aims}
        disabled={disabled}
        onChange={(aims) => onChange({ aims })}
      />
      <TextList
        id="focus"
        label={t('focusAreas')}
        value={draft.focusAreas}
        disabled={disabled}
        onChange={(focusAreas) => onChange({ focusAreas })}
      />
    </Card>
  );
};
