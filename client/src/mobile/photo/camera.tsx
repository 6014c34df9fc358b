// Opens the camera and hands over a photo made small.
import { useRef, useState } from 'react';
import type { ChangeEvent, ReactElement, ReactNode } from 'react';
import { shrink } from '../image/index.ts';
import { Icon } from '../ui/index.ts';
import { say } from '../words/index.ts';

type CameraProps = {
  id?: string;
  className: string;
  label: string;
  accept?: string;
  children?: ReactNode;
  onPhoto: (photo: Blob) => Promise<void> | void;
};

export const Camera = ({ id, className, label, accept = 'image/*', children, onPhoto }: CameraProps): ReactElement => {
  const input = useRef<HTMLInputElement>(null);
  // Making it small takes a while; what is to be done with it is asked of the page as it is then.
  const take = useRef(onPhoto);
  take.current = onPhoto;
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const picked = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file === undefined) return;
    setBusy(true);
    setFailed(false);
    try {
      const photo = file.type.startsWith('image/') ? await shrink(file) : file;
      await take.current(photo);
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button id={id} type="button" className={className} aria-busy={busy} onClick={() => input.current?.click()}>
        <Icon name="camera" />
        <span>{busy ? say('photo.shrinking') : label}</span>
        {children}
      </button>
      <input
        ref={input}
        hidden
        type="file"
        accept={accept}
        {...(accept === 'image/*' ? { capture: 'environment' as const } : {})}
        onChange={(event) => void picked(event)}
      />
      {failed && (
        <p className="error" role="alert">
          <Icon name="warning" />
          {say('photo.unreadable')}
        </p>
      )}
    </>
  );
};
