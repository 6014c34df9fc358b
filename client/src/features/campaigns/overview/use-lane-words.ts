// What a lane of the stage track is called, its dates, and what its diamond marks.
import { useTranslation } from 'react-i18next';
import type { CampaignOverview } from '#contracts/campaigns.ts';

type Lane = CampaignOverview['lanes'][number];

export const useLaneWords = () => {
  const { t } = useTranslation('campaign');
  const day = (at: string | null): string =>
    at === null
      ? ''
      : t('lane.day', { month: t(`lane.month.${Number(at.slice(5, 7))}`), day: Number(at.slice(8, 10)) });
  return {
    name: ({ name, problemNo }: Lane): string =>
      problemNo === null ? name : t('lane.problem', { no: problemNo, title: name }),
    dates: ({ start, end, problemNo }: Lane): string => {
      if (problemNo !== null) return t('lane.until', { day: day(end) });
      return start === null && end === null ? t('lane.undated') : `${day(start)}—${day(end)}`;
    },
    milestone: ({ name, problemNo }: Lane): string =>
      problemNo === null ? t('lane.submission', { name }) : t('deadline.problem', { no: problemNo }),
  };
};
