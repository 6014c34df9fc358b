// The photos of a case in pairs, each to be looked at over the whole screen.
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { EvidenceItem } from '#contracts/evidence.ts';
import { Compare, Shot, photoOf } from '../photo/index.ts';
import { say } from '../words/index.ts';

const titleOf = (item: EvidenceItem): string =>
  item.phase === 'before' || item.phase === 'onSite' ? say('photo.before') : item.label;

export const Photos = ({ items }: { items: readonly EvidenceItem[] }): ReactElement | null => {
  const [open, setOpen] = useState(false);
  if (items.length === 0) return null;
  const shots = items.map((item) => ({ name: titleOf(item), photo: photoOf(item) }));
  return (
    <>
      <div className="pair">
        {items.map((item) => (
          <Shot
            key={item.id}
            photo={photoOf(item)}
            name={titleOf(item)}
            title={titleOf(item)}
            onOpen={() => setOpen(true)}
          />
        ))}
      </div>
      {open && (
        <Compare
          pairs={[{ title: say('photo.compare'), shots: shots.slice(0, 2) }]}
          first={0}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
};
