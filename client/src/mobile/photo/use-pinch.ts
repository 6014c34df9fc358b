// Follows the fingers on the compare page; all windows on it show the same part.
import { useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import { moveFingers, rest, swipeOf, zoomAt } from './pinch.ts';
import type { Finger, View } from './pinch.ts';

type Pinch = {
  view: View;
  zoom: (factor: number) => void;
  reset: () => void;
  handlers: {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    onPointerUp: (event: PointerEvent<HTMLElement>) => void;
    onPointerCancel: (event: PointerEvent<HTMLElement>) => void;
    onDoubleClick: (event: { clientX: number; clientY: number; currentTarget: HTMLElement }) => void;
  };
};

export const usePinch = (onSwipe: (step: -1 | 1) => void): Pinch => {
  const [view, setView] = useState<View>(rest);
  const fingers = useRef(new Map<number, Finger>());
  const start = useRef<Finger | null>(null);
  const fingerOf = (event: PointerEvent<HTMLElement>): Finger => ({
    id: event.pointerId,
    x: event.clientX - event.currentTarget.getBoundingClientRect().left,
    y: event.clientY - event.currentTarget.getBoundingClientRect().top,
  });
  const lift = (event: PointerEvent<HTMLElement>): void => {
    const from = start.current;
    fingers.current.delete(event.pointerId);
    if (fingers.current.size > 0 || from === null) return;
    start.current = null;
    const step = view.scale === 1 ? swipeOf(from, fingerOf(event)) : 0;
    if (step !== 0) onSwipe(step);
  };
  return {
    view,
    zoom: (factor) => setView((now) => zoomAt(now, factor, { x: 160, y: 120 })),
    reset: () => setView(rest),
    handlers: {
      onPointerDown: (event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        const finger = fingerOf(event);
        if (fingers.current.size === 0) start.current = finger;
        fingers.current.set(finger.id, finger);
      },
      onPointerMove: (event) => {
        if (!fingers.current.has(event.pointerId)) return;
        const before = [...fingers.current.values()];
        const next = fingerOf(event);
        const after = before.map((finger) => (finger.id === next.id ? next : finger));
        fingers.current.set(next.id, next);
        setView((now) => moveFingers(now, before, after));
      },
      onPointerUp: lift,
      onPointerCancel: lift,
      onDoubleClick: (event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const at = { x: event.clientX - box.left, y: event.clientY - box.top };
        setView((now) => (now.scale > 1 ? rest : zoomAt(now, 2.5, at)));
      },
    },
  };
};
