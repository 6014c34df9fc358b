// A place for one photo: empty it asks for it, filled it shows it beside the state before, with retake and delete.
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { EvidenceItem } from '#contracts/evidence.ts';
import { addUpload, dropUpload } from '../outbox/index.ts';
import type { NewUpload } from '../outbox/index.ts';
import { uploadOf } from '../store/index.ts';
import { Icon } from '../ui/index.ts';
import { say } from '../words/index.ts';
import { Camera } from './camera.tsx';
import { Compare } from './compare.tsx';
import { Shot } from './shot.tsx';
import { photoOf, usePhoto } from './use-photo.ts';

export type PhotoSlotProps = {
  id: string;
  /** What the photo shows, as people call it. */
  label: string;
  upload: NewUpload;
  value: string | null;
  before?: EvidenceItem | undefined;
  known: readonly EvidenceItem[];
  afterTitle?: string;
  onChange: (ref: string | null) => void;
};

type ActsProps = { retake: ReactElement; paired: boolean; onOpen: () => void; onDelete: () => void };

const Acts = ({ retake, paired, onOpen, onDelete }: ActsProps): ReactElement => {
  const [asking, setAsking] = useState(false);
  if (asking)
    return (
      <div className="photo-acts" role="group" aria-label={say('photo.deleteAsk')}>
        <b className="icon-button">{say('photo.deleteAsk')}</b>
        <button type="button" className="button danger" onClick={onDelete}>
          {say('act.delete')}
        </button>
        <button type="button" className="button" onClick={() => setAsking(false)}>
          {say('photo.leave')}
        </button>
      </div>
    );
  return (
    <div className="photo-acts">
      <button type="button" className="button" onClick={onOpen}>
        <Icon name="expand" />
        {say(paired ? 'photo.compareShort' : 'photo.look')}
      </button>
      {retake}
      <button type="button" className="button" onClick={() => setAsking(true)}>
        <Icon name="trash" />
        {say('act.delete')}
      </button>
    </div>
  );
};

export const PhotoSlot = (props: PhotoSlotProps): ReactElement => {
  const { id, label, upload, value, before, known, onChange } = props;
  const [open, setOpen] = useState(false);
  const photo = usePhoto(value, known);
  const earlier = before === undefined ? null : photoOf(before);
  const drop = async (): Promise<void> => {
    const old = value === null ? null : uploadOf(value);
    onChange(null);
    if (old !== null) await dropUpload(old);
  };
  const take = async (blob: Blob): Promise<void> => {
    const old = value === null ? null : uploadOf(value);
    onChange(await addUpload(blob, upload));
    if (old !== null) await dropUpload(old);
  };
  const afterTitle = props.afterTitle ?? say('photo.after');
  const retake = (className: string): ReactElement => (
    <Camera className={className} label={say('photo.retake')} onPhoto={take} />
  );
  const taking = (
    <Camera id={`take-${id}`} className="take" label={say('photo.take', { name: label })} onPhoto={take} />
  );
  return (
    <>
      <div className={earlier === null ? 'pair single' : 'pair'}>
        {earlier !== null && <Shot photo={earlier} name={say('photo.before')} title={say('photo.before')} />}
        {value !== null ? (
          <Shot
            photo={photo}
            name={label}
            {...(earlier === null ? {} : { title: afterTitle })}
            onOpen={() => setOpen(true)}
          />
        ) : earlier === null ? (
          taking
        ) : (
          <div className="shot">
            <b>{afterTitle}</b>
            {taking}
          </div>
        )}
      </div>
      {value !== null && (
        <Acts
          retake={retake('button')}
          paired={earlier !== null}
          onOpen={() => setOpen(true)}
          onDelete={() => void drop()}
        />
      )}
      {open && value !== null && (
        <Compare
          first={0}
          onClose={() => setOpen(false)}
          pairs={[
            {
              title: label,
              shots: [
                ...(earlier === null ? [] : [{ name: say('photo.before'), photo: earlier }]),
                { name: earlier === null ? label : afterTitle, photo },
              ],
              retake: retake('secondary'),
            },
          ]}
        />
      )}
    </>
  );
};
