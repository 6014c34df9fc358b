// Every round of a row: what was said done, the verdict with its reason, the photos of that round.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssueDetail } from '#contracts/issues.ts';
import { shortTime } from '../time/index.ts';
import { photosOf } from './photo-order.ts';
import { PhotoViewer } from './photo-viewer.tsx';
import './photos.css';

const tones = {
  pending: 'tone-violet',
  passed: 'tone-green',
  failed: 'tone-bad',
  false: 'tone-bad',
  unsigned: 'tone-warn',
  refused: 'tone-bad',
} as const;

export const RoundList = ({ issue }: { issue: IssueDetail }) => {
  const { t } = useTranslation('case');
  const photos = photosOf(issue.evidence);
  const documents = issue.evidence.filter((item) => item.kind !== 'photo');
  const [shown, setShown] = useState<number | null>(null);
  return (
    <div className="case-parts">
      {[...issue.rounds].reverse().map((round) => (
        <section key={round.round} className="round">
          <h3>
            {t('shared:photo.round', { count: round.round })}{' '}
            <span className={tones[round.verdict]}>{t(`verdict.${round.verdict}`)}</span>
          </h3>
          <p className="small support">
            {shortTime(round.submittedAt)} {round.by}
          </p>
          <p>{round.did}</p>
          {round.reason === '' ? null : (
            <p className={`small ${tones[round.verdict]}`}>
              {round.decidedBy} {round.decidedAt === null ? '' : shortTime(round.decidedAt)}：{round.reason}
            </p>
          )}
        </section>
      ))}
      <ul className="evidence-grid">
        {photos.map((item, index) => (
          <li key={item.id}>
            <button type="button" aria-label={t('shared:photo.open', { no: item.no })} onClick={() => setShown(index)}>
              <img src={item.thumbUrl} alt={item.label} loading="lazy" />
            </button>
            <span className="small clip" title={item.label}>
              {item.no} {item.label}
            </span>
            <span className="small quiet">
              {t(`shared:photo.${item.phase}`)} {item.round > 0 ? t('shared:photo.round', { count: item.round }) : ''}
            </span>
          </li>
        ))}
      </ul>
      {photos.length === 0 ? <p className="small quiet">{t('shared:photo.none')}</p> : null}
      {documents.map((item) => (
        <a key={item.id} href={item.url} target="_blank" rel="noreferrer">
          {item.no} {item.label}
        </a>
      ))}
      <PhotoViewer photos={photos} index={shown} onIndex={setShown} />
    </div>
  );
};
