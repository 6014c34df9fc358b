// A copy of everything unsent as one file in the phone's own downloads.
import type { Box } from '../outbox/index.ts';
import type { Upload } from '../store/index.ts';

const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('Expected a readable photo'));
    reader.readAsDataURL(blob);
  });

const copyOf = async (upload: Upload): Promise<unknown> => ({
  ...upload,
  blob: upload.blob === null ? null : await dataUrl(upload.blob),
});

export const backupOf = async (box: Box): Promise<string> => {
  const uploads = await Promise.all([...box.uploads.values()].filter((one) => one.state !== 'sent').map(copyOf));
  const submissions = [...box.submissions.values()].filter((one) => one.state !== 'sent');
  return JSON.stringify({ uploads, submissions });
};

export const exportBackup = async (box: Box): Promise<void> => {
  const url = URL.createObjectURL(new Blob([await backupOf(box)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'rectification-backup.json';
  link.click();
  URL.revokeObjectURL(url);
};
