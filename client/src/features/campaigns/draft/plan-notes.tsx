// What the plan leaves open or contradicts: said once, out of the way when the campaign already runs.
import { useTranslation } from 'react-i18next';
import type { CampaignDetail } from '#contracts/campaigns.ts';
import { useText } from '../../../shared/i18n/index.ts';

type Props = { campaign: Pick<CampaignDetail, 'conflicts' | 'blanks'>; open: boolean };

export const PlanNotes = ({ campaign, open }: Props) => {
  const { t } = useTranslation('campaign');
  const say = useText();
  return (
    <>
      {(['conflicts', 'blanks'] as const).map((kind) =>
        campaign[kind].length === 0 ? null : (
          <details key={kind} className="note warn plan-notes" open={open}>
            <summary className="strong">{t(kind, { count: campaign[kind].length })}</summary>
            <ul>
              {campaign[kind].map((words) => (
                <li key={words.zh}>{say(words)}</li>
              ))}
            </ul>
          </details>
        ),
      )}
    </>
  );
};
