// The same cards as a list, in one order or by unit.
import { useTranslation } from 'react-i18next';
import type { EscalationCard } from '#contracts/escalations.ts';
import { useLadderWords } from '../../shared/i18n/index.ts';
import { DueTag, RungPips } from '../../shared/ui/index.ts';

type Props = { cards: readonly EscalationCard[]; byUnit: boolean; openId: string | null; onOpen: (id: string) => void };

export const EscalationTable = ({ cards, byUnit, openId, onOpen }: Props) => {
  const { t } = useTranslation('escalation');
  const ladder = useLadderWords();
  const sorted = byUnit ? [...cards].sort((one, other) => one.unitName.localeCompare(other.unitName, 'zh')) : cards;
  return (
    <div className="page-body">
      <div className="card scroll-x">
        <table className="plain-table wide-table">
          <thead>
            <tr>
              {['unit', 'rung', 'row', 'trigger', 'fact', 'stateWord', 'due', 'decides'].map((name) => (
                <th key={name} scope="col">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((card) => (
              <tr key={card.id} className={card.id === openId ? 'open' : ''}>
                <th scope="row">
                  <button type="button" className="link-button" onClick={() => onOpen(card.id)}>
                    {card.unitName}
                  </button>
                </th>
                <td>
                  <RungPips rung={card.rung} rungId={card.rungId} />
                </td>
                <td>{card.issueNo || card.no}</td>
                <td className="nowrap">{ladder.ground(card)}</td>
                <td>{card.fact}</td>
                <td>{t(`delivery.${card.delivery}`)}</td>
                <td>
                  <DueTag due={card.due} />
                </td>
                <td>{ladder.decider(card.decider)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
};
