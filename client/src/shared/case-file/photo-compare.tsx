// Before and after of one spot on top of each other with a divider, or side by side.
import { Modal, Segmented, Slider } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortTime } from '../time/index.ts';
import type { PhotoPair } from './photo-order.ts';

export const PhotoCompare = ({ pairs, onClose }: { pairs: readonly PhotoPair[]; onClose: () => void }) => {
  const { t } = useTranslation('shared');
  const [spot, setSpot] = useState(0);
  const [way, setWay] = useState<'overlay' | 'side'>('overlay');
  const [divider, setDivider] = useState(50);
  const pair = pairs[spot] ?? pairs[0];
  if (!pair?.before || !pair.after) return null;
  const { before, after } = pair;
  return (
    <Modal open footer={null} width={960} title={t('photo.compare')} onCancel={onClose}>
      <div className="compare-bar">
        <Segmented
          value={way}
          onChange={setWay}
          options={[
            { value: 'overlay', label: t('photo.overlay') },
            { value: 'side', label: t('photo.sideBySide') },
          ]}
        />
        {pairs.length > 1 ? (
          <Segmented
            value={spot}
            onChange={setSpot}
            options={pairs.map((each, value) => ({ value, label: each.label }))}
          />
        ) : null}
      </div>
      {way === 'side' ? (
        <div className="photo-pair large">
          <img src={before.url} alt={t('photo.before')} />
          <img src={after.url} alt={t('photo.after')} />
        </div>
      ) : (
        <div className="compare-stage">
          <img src={after.url} alt={t('photo.after')} />
          <img src={before.url} alt={t('photo.before')} style={{ clipPath: `inset(0 ${100 - divider}% 0 0)` }} />
          <i style={{ left: `${divider}%` }} aria-hidden />
        </div>
      )}
      {way === 'overlay' ? (
        <Slider
          value={divider}
          onChange={setDivider}
          ariaLabelForHandle={t('photo.divider')}
          tooltip={{ open: false }}
        />
      ) : null}
      <p className="small support compare-words">
        <span>
          {t('photo.before')} {shortTime(before.takenAt)}
        </span>
        <span>
          {t('photo.after')} {shortTime(after.takenAt)}
        </span>
      </p>
    </Modal>
  );
};
