// Filters that have no control of their own, as links from other pages set them: named, and each can be taken away.
import { CloseOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../shared/query/index.ts';
import type { LedgerFilter } from './address.ts';

const names = ['townId', 'siteId', 'problemNo', 'open'] as const;
type Props = { filter: LedgerFilter; onChange: (parts: Record<string, string | null>) => void };

export const FilterChips = ({ filter, onChange }: Props) => {
  const { t } = useTranslation('ledger');
  const placed = filter.townId !== undefined || filter.siteId !== undefined;
  const places = useApi('GET /api/organisations', {}, { stale: 300_000, enabled: placed }).data ?? [];
  const place = (id: string): string => places.find((each) => each.id === id)?.name ?? '…';
  const wordOf = (name: (typeof names)[number], value: string): string => {
    if (name === 'open') return t('chip.open');
    if (name === 'problemNo') return t('problem', { no: value });
    return place(value);
  };
  return (
    <>
      {names.map((name) => {
        const value = filter[name];
        if (value === undefined) return null;
        const word = wordOf(name, value);
        return (
          <button
            key={name}
            type="button"
            className="ledger-chip"
            aria-label={t('chip.remove', { name: word })}
            onClick={() => onChange({ [name]: null })}
          >
            {word} <CloseOutlined aria-hidden />
          </button>
        );
      })}
    </>
  );
};
