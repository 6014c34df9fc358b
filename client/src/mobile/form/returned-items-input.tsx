// What a verifier sends back, photo by photo and field by field, each with its reason.
import type { ReactElement } from 'react';
import type { EvidenceItem } from '#contracts/evidence.ts';
import { say } from '../words/index.ts';
import type { InputProps } from './inputs.tsx';

type Item = { target: string; evidenceId?: string; reason: string; fix: string };

// A parse boundary: drafts come back as plain JSON.
const itemsIn = (value: unknown): Item[] => (Array.isArray(value) ? (value as Item[]) : []);

export const ReturnedItemsInput = ({
  value,
  onChange,
  known,
}: InputProps & { known: readonly EvidenceItem[] }): ReactElement => {
  const items = itemsIn(value);
  const targets: { target: string; label: string; evidenceId?: string }[] = [
    ...known
      .filter((item) => item.kind === 'photo' && item.phase !== 'before' && item.phase !== 'onSite')
      .map((item) => ({ target: item.label, label: item.label, evidenceId: item.id })),
    { target: 'did', label: say('reply.did') },
    { target: 'cause', label: say('reply.cause') },
  ];
  const find = (one: (typeof targets)[number]): Item | undefined =>
    items.find((item) => item.target === one.target && item.evidenceId === one.evidenceId);
  const set = (one: (typeof targets)[number], reason: string): void => {
    const others = items.filter((item) => item !== find(one));
    const { target, evidenceId } = one;
    const next = { target, reason, fix: '', ...(evidenceId === undefined ? {} : { evidenceId }) };
    onChange(reason === '' ? others : [...others, next]);
  };
  return (
    <>
      {targets.map((one) => (
        <label key={one.target + (one.evidenceId ?? '')} className="field">
          <span className="name">{one.label}</span>
          <input
            type="text"
            placeholder={say('form.returnReason')}
            value={find(one)?.reason ?? ''}
            onChange={({ target }) => set(one, target.value)}
          />
        </label>
      ))}
    </>
  );
};
