// Small marks on the diagram: words or numbers on a colour that only repeats them.
import type { Diagram } from './services.ts';

export type BadgeTone = 'count' | 'late' | 'bad' | 'added' | 'changed' | 'removed' | 'note';
export type Badge = {
  readonly elementId: string;
  readonly parts: readonly { readonly text: string; readonly tone: BadgeTone }[];
  readonly title: string;
  readonly corner: 'left' | 'right' | 'below';
};
const corners = { left: { top: -13, left: -8 }, right: { top: -13, right: 24 }, below: { bottom: 8, right: 24 } };

const draw = ({ parts, title }: Badge): HTMLElement => {
  const badge = document.createElement('div');
  badge.className = 'diagram-badge';
  badge.title = title;
  for (const { text, tone } of parts) {
    const part = document.createElement('span');
    part.className = `tone-${tone}`;
    part.textContent = text;
    badge.append(part);
  }
  return badge;
};

/** Replaces all badges of a kind. */
export const putBadges = (diagram: Diagram, kind: string, badges: readonly Badge[]): void => {
  const overlays = diagram.get('overlays');
  const registry = diagram.get('elementRegistry');
  overlays.remove({ type: kind });
  for (const badge of badges)
    if (registry.get(badge.elementId) !== undefined)
      overlays.add(badge.elementId, kind, {
        position: corners[badge.corner],
        html: draw(badge),
        scale: { min: 0.65, max: 1.1 },
      });
};

/** Sets a marker class on exactly these elements; returns how to take it off. */
export const mark = (diagram: Diagram, marker: string, ids: readonly string[]): (() => void) => {
  const canvas = diagram.get('canvas');
  const known = ids.filter((id) => diagram.get('elementRegistry').get(id) !== undefined);
  for (const id of known) canvas.addMarker(id, marker);
  return () => {
    for (const id of known) if (diagram.get('elementRegistry').get(id) !== undefined) canvas.removeMarker(id, marker);
  };
};
