// One photo large, with what is known of it; arrows walk through the rest.
import { LeftOutlined, RightOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EvidenceItem } from '#contracts/evidence.ts';
import { fullTime, shortDay } from '../time/index.ts';

type Props = { photos: readonly EvidenceItem[]; index: number | null; onIndex: (index: number | null) => void };

export const PhotoViewer = ({ photos, index, onIndex }: Props) => {
  const { t } = useTranslation('shared');
  const photo = index === null ? undefined : photos[index];
  if (photo === undefined || index === null) return null;
  const walk = (step: number): void => onIndex((index + step + photos.length) % photos.length);
  return (
    <Modal
      open
      footer={null}
      width={920}
      title={`${t('photo.evidenceNo', { no: photo.no })} ${photo.label}`}
      onCancel={() => onIndex(null)}
    >
      <div
        className="photo-large"
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') walk(-1);
          if (event.key === 'ArrowRight') walk(1);
        }}
      >
        <div className="photo-stage">
          <img src={photo.url} alt={photo.label} />
          {photo.mark === undefined ? null : (
            <span
              className="photo-mark"
              style={{
                left: `${photo.mark.x * 100}%`,
                top: `${photo.mark.y * 100}%`,
                width: `${photo.mark.width * 100}%`,
                height: `${photo.mark.height * 100}%`,
              }}
              title={photo.mark.reason}
            />
          )}
        </div>
        <p className="small support">
          {t('photo.taken', { at: fullTime(photo.takenAt), by: photo.takenBy })} · {t(`photo.${photo.phase}`)} ·{' '}
          {t('photo.sha', { sha: photo.sha256.slice(0, 12) })}
        </p>
        {photo.similarTo === undefined ? null : (
          <p className="tone-warn">
            <WarningOutlined aria-hidden />{' '}
            {t('photo.similar', {
              no: photo.similarTo.no,
              day: shortDay(photo.similarTo.takenAt),
              percent: Math.round(photo.similarTo.percent),
            })}
          </p>
        )}
        <div className="photo-walk">
          <Button icon={<LeftOutlined />} onClick={() => walk(-1)}>
            {t('photo.previous')}
          </Button>
          <span className="support">
            {index + 1} / {photos.length}
          </span>
          <Button icon={<RightOutlined />} iconPlacement="end" onClick={() => walk(1)}>
            {t('photo.next')}
          </Button>
        </div>
      </div>
    </Modal>
  );
};
