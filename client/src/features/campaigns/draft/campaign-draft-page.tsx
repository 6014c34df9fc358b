// A campaign's plan: read by everyone who may, edited as a draft, sent for approval with its open questions in view.
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useApi } from '../../../shared/query/index.ts';
import { useMay } from '../../../shared/session/index.ts';
import { Loaded } from '../../../shared/ui/index.ts';
import { DraftEditor } from './draft-editor.tsx';
import './draft.css';

export const CampaignDraftPage = () => {
  const { t } = useTranslation('campaign');
  const { id = '' } = useParams();
  const may = useMay();
  const read = useApi('GET /api/campaigns/:id', { params: { id } });
  return (
    <div className="page" aria-label={t('plan')}>
      <Loaded read={read}>
        {(campaign) => <DraftEditor key={campaign.id} campaign={campaign} mayEdit={may('campaign.edit')} />}
      </Loaded>
    </div>
  );
};
