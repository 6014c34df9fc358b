// Photos of a row: before and after of the same spot, then every piece by number.
import { Button } from 'antd';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceItem } from '#contracts/evidence.ts';
import { shortTime } from '../time/index.ts';
import { pairPhotos, photosOf } from './photo-order.ts';
import type { PhotoPair } from './photo-order.ts';
import { PhotoViewer } from './photo-viewer.tsx';
import './photos.css';

const PhotoCompare = lazy(() => import('./photo-compare.tsx').then((room) => ({ default: room.PhotoCompare })));

export const PhotoSide = ({ evidence }: { evidence: readonly EvidenceItem[] }) => {
  const { t } = useTranslation('shared');
  const photos = photosOf(evidence);
  const pair = pairPhotos(evidence)[0];
  const [shown, setShown] = useState<number | null>(null);
  const [comparing, setComparing] = useState(false);
  if (photos.length === 0) return <p className="quiet small">{t('photo.none')}</p>;
  const open = (item: EvidenceItem | null): void => setShown(item === null ? null : photos.indexOf(item));
  return (
    <div className="photo-side">
      {pair === undefined ? null : <Pair pair={pair} onOpen={open} />}
      <div className="photo-numbers">
        {photos.map((item, index) => (
          <button
            key={item.id}
            type="button"
            className={item.similarTo === undefined ? '' : 'doubtful'}
            aria-label={t('photo.open', { no: item.no })}
            title={item.label}
            onClick={() => setShown(index)}
          >
            {index + 1}
          </button>
        ))}
        {pair?.before && pair.after ? (
          <Button type="link" size="small" onClick={() => setComparing(true)}>
            {t('photo.compare')}
          </Button>
        ) : null}
      </div>
      <PhotoViewer photos={photos} index={shown} onIndex={setShown} />
      {pair?.before && pair.after && comparing ? (
        <Suspense fallback={null}>
          <PhotoCompare pairs={pairPhotos(evidence)} onClose={() => setComparing(false)} />
        </Suspense>
      ) : null}
    </div>
  );
};

const Pair = ({ pair, onOpen }: { pair: PhotoPair; onOpen: (item: EvidenceItem | null) => void }) => {
  const { t } = useTranslation('shared');
  return (
    <div className="photo-pair">
      {([pair.before, pair.after] as const).map((item, index) => (
        <figure key={index === 0 ? 'before' : 'after'}>
          {item === null ? (
            <div className="photo-blank">{t('photo.none')}</div>
          ) : (
            <button type="button" onClick={() => onOpen(item)} aria-label={t('photo.open', { no: item.no })}>
              <img src={item.thumbUrl} alt={item.label} loading="lazy" />
              <span className="photo-word">{t(index === 0 ? 'photo.before' : 'photo.after')}</span>
            </button>
          )}
          {item === null ? null : (
            <figcaption className="small support">
              {shortTime(item.takenAt)} {item.label}
            </figcaption>
          )}
        </figure>
      ))}
    </div>
  );
};
