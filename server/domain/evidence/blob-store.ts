// Bytes by their SHA-256: a small port, and its home in GridFS.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import mongoose, { type Connection } from 'mongoose';

export type BlobStore = {
  /** Safe to repeat; resolves when the bytes are on disk. */
  put(bytes: Buffer, mime: string): Promise<string>;
  open(sha256: string): NodeJS.ReadableStream;
};

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const isDuplicate = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 11000;

export const gridBlobs = (connection: Connection): BlobStore => {
  const bucket = () => {
    if (connection.db === undefined) throw new Error('Expected an open connection to the store');
    return {
      db: connection.db,
      files: new mongoose.mongo.GridFSBucket(connection.db, {
        bucketName: 'blobs',
        writeConcern: { w: 'majority', journal: true },
      }),
    };
  };
  // `_id` is the hash: GridFS types ids as ObjectId, the store does not
  const idOf = (sha256: string) => sha256 as unknown as mongoose.mongo.ObjectId;
  const has = async (sha256: string): Promise<boolean> =>
    (
      await bucket()
        .files.find({ _id: idOf(sha256) })
        .limit(1)
        .toArray()
    ).length > 0;

  const write = async (sha256: string, bytes: Buffer, mime: string): Promise<void> => {
    // chunks of an upload that died half way have no file entry
    await bucket()
      .db.collection('blobs.chunks')
      .deleteMany({ files_id: idOf(sha256) });
    const upload = bucket().files.openUploadStreamWithId(idOf(sha256), sha256, { metadata: { mime } });
    const done = once(upload, 'finish');
    upload.end(bytes);
    await done;
  };
  return {
    put: async (bytes, mime) => {
      const sha256 = sha256Of(bytes);
      if (await has(sha256)) return sha256;
      try {
        await write(sha256, bytes, mime);
      } catch (error) {
        // the same bytes are being stored by another request
        if (!isDuplicate(error) || !(await has(sha256))) throw error;
      }
      return sha256;
    },
    open: (sha256) => bucket().files.openDownloadStream(idOf(sha256)),
  };
};
