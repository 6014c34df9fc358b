// A campaign in the case side: its stages, problems, and what its plan leaves open or contradicts.
import { useTranslation } from 'react-i18next';
import type { CampaignDetail } from '#contracts/campaigns.ts';
import { useText } from '../../../shared/i18n/index.ts';

export const CampaignSide = ({ campaign }: { campaign: CampaignDetail }) => {
  const { t } = useTranslation('inbox');
  const say = useText();
  return (
    <section className="case-parts">
      <p className="strong">{campaign.title}</p>
      {[...campaign.conflicts, ...campaign.blanks].map((words) => (
        <div key={words.zh} className="note warn">
          {say(words)}
        </div>
      ))}
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('campaign.stage')}</th>
            <th scope="col">{t('campaign.from')}</th>
            <th scope="col">{t('campaign.to')}</th>
          </tr>
        </thead>
        <tbody>
          {campaign.stages.map((stage) => (
            <tr key={stage.code}>
              <td>{stage.name}</td>
              <td>{stage.start ?? '—'}</td>
              <td>{stage.end ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ol>
        {campaign.problems.map((problem) => (
          <li key={problem.no}>
            {problem.no}. {problem.title} <span className="quiet small">{problem.due ?? problem.dueText}</span>
          </li>
        ))}
      </ol>
      <p className="support">{t('campaign.units', { count: campaign.unitIds.length })}</p>
    </section>
  );
};
