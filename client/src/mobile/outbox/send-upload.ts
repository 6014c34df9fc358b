// Sends one photo: made small if that failed before, checked by its hash, confirmed by the server's evidence.
import { uploadEvidence } from '../../shared/api/index.ts';
import { shrink } from '../image/index.ts';
import type { Upload } from '../store/index.ts';
import { putUpload, showProgress } from './box.ts';
import { sha256Of } from './sha256.ts';

const endings: Readonly<Record<string, string>> = { 'image/png': 'png', 'application/pdf': 'pdf' };

export const sendUpload = async (upload: Upload): Promise<Upload> => {
  if (upload.blob === null) return upload;
  const blob = upload.fields.kind === 'photo' ? await shrink(upload.blob) : upload.blob;
  const sha256 = await sha256Of(blob);
  const fields = sha256 === null ? upload.fields : { ...upload.fields, sha256 };
  const name = `${upload.id}.${endings[blob.type] ?? 'jpg'}`;
  try {
    const item = await uploadEvidence(blob, name, fields, { onProgress: (part) => showProgress(upload.id, part) });
    const sent: Upload = {
      ...upload,
      state: 'sent',
      blob,
      bytes: blob.size,
      reason: '',
      sentAt: Date.now(),
      evidenceId: item.id,
      url: item.url,
      thumbUrl: item.thumbUrl,
    };
    await putUpload(sent);
    return sent;
  } finally {
    showProgress(upload.id, null);
  }
};
