// One photo by its reference, wherever it lies: still on this phone, or evidence on the server.
import { useEffect, useState } from 'react';
import type { EvidenceItem } from '#contracts/evidence.ts';
import { useBox } from '../outbox/index.ts';
import { evidenceRead, uploadOf, useResource } from '../store/index.ts';
import type { Upload } from '../store/index.ts';
import { momentText } from '../time/index.ts';
import { say } from '../words/index.ts';

export type Photo = { url: string; thumb: string; caption: string; mark: EvidenceItem['mark'] };

const useBlobUrl = (blob: Blob | null): string => {
  const [url, setUrl] = useState('');
  useEffect(() => {
    if (blob === null) return setUrl('');
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
};

export const photoOf = (item: EvidenceItem): Photo => ({
  url: item.url,
  thumb: item.thumbUrl,
  caption: say('photo.by', { time: momentText(item.takenAt), by: item.byUnit }),
  mark: item.mark,
});

const captionOf = (upload: Upload): string => {
  const time = momentText(upload.fields.takenAt ?? '');
  return upload.state === 'sent' ? say('photo.sent', { time }) : say('photo.small', { time });
};

/** Null until the photo is known. */
export const usePhoto = (ref: string | null, known: readonly EvidenceItem[]): Photo | null => {
  const uploadId = ref === null ? null : uploadOf(ref);
  const upload = useBox().uploads.get(uploadId ?? '');
  const blobUrl = useBlobUrl(upload?.blob ?? null);
  const item = known.find((one) => one.id === ref);
  const ask = ref !== null && uploadId === null && item === undefined;
  const asked = useResource(ask ? evidenceRead(ref) : null);
  if (upload !== undefined) {
    const thumb = blobUrl !== '' ? blobUrl : upload.thumbUrl;
    return { url: blobUrl !== '' ? blobUrl : upload.url, thumb, caption: captionOf(upload), mark: undefined };
  }
  const found = item ?? asked.value;
  return found === undefined ? null : photoOf(found);
};
