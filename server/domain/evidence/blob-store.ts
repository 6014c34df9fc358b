// Bytes by their SHA-256: a small port, and its home in GridFS.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import mongoose, { type Connection } from 'mongoose';
import { isDuplicate } from '../../platform/mongo/duplicate.ts';

export type BlobStore = {
  /** Safe to repeat; resolves when the bytes are on disk. */
  put(bytes: Buffer, mime: string): Promise<string>;
  open(sha256: string): NodeJS.ReadableStream;
};

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const looks = 40;
const betweenLooksMs = 50;
const arrives = async (look: () => Promise<boolean>): Promise<boolean> => {
  for (let seen = 0; seen < looks; seen += 1) {
    if (await look()) return true;
    await pause(betweenLooksMs);
  }
  return false;
};

export const gridBlobs = (connection: Connection): BlobStore => {
  let known: mongoose.mongo.GridFSBucket | null = null;
  // kept: a new bucket looks for its indexes at its first upload
  const bucket = (): mongoose.mongo.GridFSBucket => {
    if (connection.db === undefined) throw new Error('Expected an open connection to the store');
    known ??= new mongoose.mongo.GridFSBucket(connection.db, {
      bucketName: 'blobs',
      writeConcern: { w: 'majority', journal: true },
    });
    return known;
  };
  // `_id` is the hash: GridFS types ids as ObjectId, the store does not
  const idOf = (sha256: string) => sha256 as unknown as mongoose.mongo.ObjectId;
  const has = async (sha256: string): Promise<boolean> =>
    (
      await bucket()
        .find({ _id: idOf(sha256) })
        .limit(1)
        .toArray()
    ).length > 0;

  const write = async (sha256: string, bytes: Buffer, mime: string): Promise<void> => {
    const upload = bucket().openUploadStreamWithId(idOf(sha256), sha256, { metadata: { mime } });
    const done = once(upload, 'finish');
    upload.end(bytes);
    await done;
  };
  const store = async (sha256: string, bytes: Buffer, mime: string): Promise<void> => {
    try {
      await write(sha256, bytes, mime);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      // stored before, being stored by another server, or an upload died half way and left chunks without a file
      if (await arrives(() => has(sha256))) return;
      await connection.collection('blobs.chunks').deleteMany({ files_id: idOf(sha256) });
      await write(sha256, bytes, mime);
    }
  };
  // the same bytes twice at once would delete each other's chunks
  const underWay = new Map<string, Promise<void>>();
  return {
    put: async (bytes, mime) => {
      const sha256 = sha256Of(bytes);
      const running = underWay.get(sha256) ?? store(sha256, bytes, mime).finally(() => void underWay.delete(sha256));
      underWay.set(sha256, running);
      await running;
      return sha256;
    },
    open: (sha256) => bucket().openDownloadStream(idOf(sha256)),
  };
};
