// Any number of photos to one question.
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
import { usePhoto } from './use-photo.ts';

type PhotoListProps = {
  id: string;
  label: string;
  upload: NewUpload;
  value: readonly string[];
  known: readonly EvidenceItem[];
  accept?: string;
  onChange: (refs: string[]) => void;
};
type OneProps = { photoRef: string; label: string; known: readonly EvidenceItem[]; onDelete: () => void };

const One = ({ photoRef, label, known, onDelete }: OneProps): ReactElement => {
  const photo = usePhoto(photoRef, known);
  const [open, setOpen] = useState(false);
  return (
    <li>
      <Shot photo={photo} name={label} onOpen={() => setOpen(true)} />
      <div className="photo-acts">
        <button type="button" className="button" onClick={onDelete}>
          <Icon name="trash" />
          {say('act.delete')}
        </button>
      </div>
      {open && (
        <Compare pairs={[{ title: label, shots: [{ name: label, photo }] }]} first={0} onClose={() => setOpen(false)} />
      )}
    </li>
  );
};

export const PhotoList = ({ id, label, upload, value, known, accept, onChange }: PhotoListProps): ReactElement => {
  const remove = async (ref: string): Promise<void> => {
    onChange(value.filter((one) => one !== ref));
    const local = uploadOf(ref);
    if (local !== null) await dropUpload(local);
  };
  return (
    <>
      {value.length > 0 && (
        <ul className="pair">
          {value.map((ref) => (
            <One key={ref} photoRef={ref} label={label} known={known} onDelete={() => void remove(ref)} />
          ))}
        </ul>
      )}
      <div className={value.length > 0 ? 'photo-acts' : ''}>
        <Camera
          id={`take-${id}`}
          className={value.length > 0 ? 'button' : 'take'}
          label={say(value.length > 0 ? 'photo.another' : 'photo.take', { name: label })}
          {...(accept === undefined ? {} : { accept })}
          onPhoto={async (blob) => onChange([...value, await addUpload(blob, upload)])}
        />
      </div>
    </>
  );
};
