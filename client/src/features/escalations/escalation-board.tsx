// The ladder as a board: rungs as columns with their rule in words, cards by unit; nothing is dragged.
import { ExclamationCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { EscalationCard } from '#contracts/escalations.ts';
import type { ResponseOf } from '#contracts/http.ts';
import { useLadderWords } from '../../shared/i18n/index.ts';
import { DueTag, RungPips, rungWord } from '../../shared/ui/index.ts';

type Board = ResponseOf<'GET /api/escalations'>;
type Props = { board: Board; rung: string | null; openId: string | null; onOpen: (id: string) => void };

export const EscalationBoard = ({ board, rung, openId, onOpen }: Props) => {
  const { t } = useTranslation('escalation');
  const ladder = useLadderWords();
  const columns = board.columns.filter((column) => rung === null || column.rung === rung);
  return (
    <div className={`board${openId === null ? '' : ' narrow'}`} role="list" aria-label={t('board')}>
      {columns.map((column) => (
        <section
          key={column.rung}
          className={`board-column${openId !== null && column.count === 0 ? ' folded' : ''}`}
          role="listitem"
        >
          <header>
            <h2>
              {t(`shared:rung.${column.rung}`)} <RungPips rung={column.rung} bare />{' '}
              <span className="board-count">{column.count}</span>
            </h2>
            <dl className="board-rule">
              <dt>{t('trigger')}</dt>
              <dd>{ladder.grounds(column)}</dd>
              <dt>{t('decides')}</dt>
              <dd>{ladder.decider(column.decider)}</dd>
              <dt>{t('rises')}</dt>
              <dd>{ladder.rises(column.next)}</dd>
            </dl>
          </header>
          {column.cards.length === 0 ? <p className="board-empty small quiet">{t('emptyRung')}</p> : null}
          {column.cards.map((card) => (
            <BoardCard key={card.id} card={card} open={card.id === openId} onOpen={() => onOpen(card.id)} />
          ))}
        </section>
      ))}
    </div>
  );
};

const BoardCard = ({ card, open, onOpen }: { card: EscalationCard; open: boolean; onOpen: () => void }) => {
  const { t } = useTranslation('escalation');
  const ladder = useLadderWords();
  return (
    <article className={`board-card${open ? ' open' : ''}`}>
      <button
        type="button"
        aria-label={t('openCard', { unit: card.unitName, no: card.issueNo || card.no })}
        aria-pressed={open}
        onClick={onOpen}
      >
        <span className="board-line">
          <b className="clip">{card.unitName}</b>
          <span className="quiet">{card.issueNo || card.no}</span>
        </span>
        <span className="board-line small">
          <span className="icon-word">
            <ExclamationCircleFilled aria-hidden className="tone-warn" />
            {ladder.ground(card)}
          </span>
          <span className="support">{t(`delivery.${card.delivery}`)}</span>
        </span>
        <span className="small support clip">{card.fact}</span>
        <span className="board-line small">
          <DueTag due={card.due} />
          <span className="support">
            {card.rungId === card.rung ? '' : `${rungWord(t, card)} `}
            {ladder.decider(card.decider)}
          </span>
        </span>
      </button>
    </article>
  );
};
