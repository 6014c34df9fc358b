// The door to photos and signatures.
export { Camera } from './camera.tsx';
export { Compare } from './compare.tsx';
export type { Pair } from './compare.tsx';
export { PhotoList } from './photo-list.tsx';
export { PhotoSlot } from './photo-slot.tsx';
export { Shot } from './shot.tsx';
export { SignaturePad } from './signature-pad.tsx';
export type { Signature } from './signature-pad.tsx';
export { photoOf, usePhoto } from './use-photo.ts';
export type { Photo } from './use-photo.ts';
