// Signing with a finger on a line; typing the name instead is always possible.
import { useEffect, useRef, useState } from 'react';
import type { PointerEvent, ReactElement } from 'react';
import { addUpload, dropUpload } from '../outbox/index.ts';
import type { NewUpload } from '../outbox/index.ts';
import { uploadOf } from '../store/index.ts';
import { Icon } from '../ui/index.ts';
import { say } from '../words/index.ts';
import { usePhoto } from './use-photo.ts';

export type Signature = { evidenceId?: string; typed?: string; statement: string };
type PadProps = {
  id: string;
  statement: string;
  upload: Omit<NewUpload, 'hold'>;
  value: Signature | null;
  onChange: (signature: Signature | null) => void;
};
const settled = 900;

const point = (event: PointerEvent<HTMLCanvasElement>): [number, number] => {
  const box = event.currentTarget.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
};

const Canvas = ({ onDrawn }: { onDrawn: (picture: Blob) => void }): ReactElement => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [begun, setBegun] = useState(false);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const dense = Math.max(2, window.devicePixelRatio);
    element.width = element.clientWidth * dense;
    element.height = element.clientHeight * dense;
    const pen = element.getContext('2d');
    if (pen === null) return;
    pen.scale(dense, dense);
    Object.assign(pen, { lineWidth: 2.6, lineCap: 'round', lineJoin: 'round', strokeStyle: '#14213d' });
    return () => clearTimeout(timer.current);
  }, []);
  const down = (event: PointerEvent<HTMLCanvasElement>): void => {
    clearTimeout(timer.current);
    setBegun(true);
    event.currentTarget.setPointerCapture(event.pointerId);
    const pen = event.currentTarget.getContext('2d');
    pen?.beginPath();
    pen?.moveTo(...point(event));
  };
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const pen = event.currentTarget.getContext('2d');
    pen?.lineTo(...point(event));
    pen?.stroke();
  };
  const up = (): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => canvas.current?.toBlob((picture) => picture !== null && onDrawn(picture)),
      settled,
    );
  };
  return (
    <div className="pad">
      <canvas ref={canvas} onPointerDown={down} onPointerMove={move} onPointerUp={up} onPointerCancel={up} />
      {!begun && <span className="ground">{say('sign.here')}</span>}
    </div>
  );
};

const Drawn = ({ photoRef }: { photoRef: string }): ReactElement => {
  const photo = usePhoto(photoRef, []);
  return (
    <div className="pad">
      {photo !== null && photo.thumb !== '' && (
        <img src={photo.url === '' ? photo.thumb : photo.url} alt={say('sign.done')} />
      )}
    </div>
  );
};

export const SignaturePad = ({ id, statement, upload, value, onChange }: PadProps): ReactElement => {
  const [typing, setTyping] = useState(value?.typed !== undefined);
  const clear = (): void => {
    const old = value?.evidenceId === undefined ? null : uploadOf(value.evidenceId);
    onChange(null);
    if (old !== null) void dropUpload(old);
  };
  const drawn = async (picture: Blob): Promise<void> =>
    onChange({ evidenceId: await addUpload(picture, { ...upload, hold: true }), statement });
  if (value?.evidenceId !== undefined)
    return (
      <>
        <Drawn photoRef={value.evidenceId} />
        <div className="photo-acts">
          <button type="button" className="button" onClick={clear}>
            <Icon name="again" />
            {say('sign.again')}
          </button>
        </div>
      </>
    );
  return (
    <>
      {typing ? (
        <label className="field">
          <span className="name">{say('sign.typed')}</span>
          <input
            id={`take-${id}`}
            type="text"
            value={value?.typed ?? ''}
            onChange={({ target }) =>
              onChange(
                target.value.trim() === ''
                  ? null
                  : { typed: target.value, statement: say('sign.typedAs', { statement, name: target.value.trim() }) },
              )
            }
          />
        </label>
      ) : (
        <Canvas onDrawn={(picture) => void drawn(picture)} />
      )}
      <button type="button" className="link" onClick={() => setTyping(!typing)}>
        <Icon name="pen" />
        {say(typing ? 'sign.draw' : 'sign.type')}
      </button>
    </>
  );
};
