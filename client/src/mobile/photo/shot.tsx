// One photo in its frame with the caption under it, and the reviewer's box on the exact spot.
import type { CSSProperties, ReactElement } from 'react';
import type { EvidenceItem } from '#contracts/evidence.ts';
import { Icon } from '../ui/index.ts';
import { say } from '../words/index.ts';
import type { Photo } from './use-photo.ts';

type ShotProps = { photo: Photo | null; name: string; title?: string; returned?: boolean; onOpen?: () => void };

const percent = (fraction: number): string => `${fraction * 100}%`;
const place = (mark: NonNullable<EvidenceItem['mark']>): CSSProperties => ({
  left: percent(mark.x),
  top: percent(mark.y),
  width: percent(mark.width),
  height: percent(mark.height),
});

const Inside = ({ photo, name }: { photo: Photo | null; name: string }): ReactElement =>
  photo === null || photo.thumb === '' ? (
    <span className="none">{say('photo.notHere')}</span>
  ) : (
    <>
      <img src={photo.thumb} alt={name} loading="lazy" />
      {photo.mark !== undefined && <i className="mark" style={place(photo.mark)} />}
    </>
  );

export const Shot = ({ photo, name, title, returned = false, onOpen }: ShotProps): ReactElement => (
  <figure className={returned ? 'shot returned' : 'shot'}>
    {title !== undefined && (
      <b>
        {returned && <Icon name="returned" />}
        {title}
      </b>
    )}
    {onOpen === undefined ? (
      <span className="frame">
        <Inside photo={photo} name={name} />
      </span>
    ) : (
      <button type="button" className="frame" aria-label={say('photo.enlarge', { name })} onClick={onOpen}>
        <Inside photo={photo} name={name} />
      </button>
    )}
    {photo !== null && <figcaption>{photo.caption}</figcaption>}
  </figure>
);
