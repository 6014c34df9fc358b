// Before above after over the whole screen; both move together, a swipe shows the next pair.
import { useEffect, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Bar, Icon } from '../ui/index.ts';
import { say } from '../words/index.ts';
import type { View } from './pinch.ts';
import { usePinch } from './use-pinch.ts';
import type { Photo } from './use-photo.ts';

export type Pair = { title: string; shots: { name: string; photo: Photo | null }[]; retake?: ReactNode };
type CompareProps = { pairs: readonly Pair[]; first: number; onClose: () => void };

const Picture = ({ name, photo, view }: { name: string; photo: Photo; view: View }): ReactElement => (
  <figure>
    <figcaption>
      <b>{name}</b> {photo.caption}
    </figcaption>
    <div className="window">
      <img
        src={photo.url === '' ? photo.thumb : photo.url}
        alt={name}
        draggable={false}
        style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
      />
    </div>
  </figure>
);

export const Compare = ({ pairs, first, onClose }: CompareProps): ReactElement | null => {
  const dialog = useRef<HTMLDialogElement>(null);
  const [index, setIndex] = useState(first);
  const turn = (step: number): void => {
    setIndex((now) => Math.min(pairs.length - 1, Math.max(0, now + step)));
    pinch.reset();
  };
  const pinch = usePinch(turn);
  useEffect(() => dialog.current?.showModal(), []);
  const pair = pairs[index];
  if (pair === undefined) return null;
  return (
    <dialog
      ref={dialog}
      className="compare"
      aria-label={say('photo.compare')}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') turn(1);
        if (event.key === 'ArrowLeft') turn(-1);
        if (event.key === '+') pinch.zoom(1.5);
        if (event.key === '-') pinch.zoom(1 / 1.5);
      }}
    >
      <header>
        <button type="button" className="icon-button" aria-label={say('act.back')} onClick={onClose}>
          <Icon name="left" />
        </button>
        <h1>{pair.title}</h1>
        {pairs.length > 1 && (
          <button type="button" className="icon-button" onClick={() => turn(index + 1 < pairs.length ? 1 : -index)}>
            {index + 1}/{pairs.length}
            <Icon name="right" />
          </button>
        )}
      </header>
      <div className="shots" {...pinch.handlers}>
        {pair.shots.map(
          ({ name, photo }) => photo !== null && <Picture key={name} name={name} photo={photo} view={pinch.view} />,
        )}
      </div>
      <Bar second={pair.retake}>
        <button type="button" className="primary" onClick={onClose}>
          {pair.retake === undefined ? say('act.close') : say('photo.keep')}
        </button>
      </Bar>
    </dialog>
  );
};
