// From received bytes to what is kept: kind checked, picture redrawn, document kept as it is.
import { refuse, ok, type Result } from '../../platform/result.ts';
import { sha256Of } from './blob-store.ts';
import { bandsOf } from './fingerprint.ts';
import { fileKind } from './file-kinds.ts';
import { redraw } from './pictures.ts';

const limit = 20 * 1024 * 1024;

export type Prepared = {
  readonly bytes: Buffer;
  readonly mime: string;
  readonly thumb: Buffer | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly fingerprint: string | null;
  readonly bands: readonly string[];
  readonly sourceSha256: string;
};

const unreadable = refuse('wrong_file_type', {
  message: {
    zh: '这张照片打不开，请用手机重新拍一张，或换成 JPEG 格式。',
    en: 'This picture cannot be opened; take it again or use JPEG.',
  },
});

export const prepareFile = async (
  received: Buffer,
  kind: 'photo' | 'document' | 'signature',
  claimedSha256: string | undefined,
): Promise<Result<Prepared>> => {
  if (received.length > limit) return refuse('too_large');
  const sourceSha256 = sha256Of(received);
  if (claimedSha256 !== undefined && claimedSha256.toLowerCase() !== sourceSha256)
    return refuse('bad_request', {
      message: {
        zh: '文件在传输中损坏，请重新上传。',
        en: 'The file was damaged on its way; upload it again.',
      },
    });
  const found = fileKind(received);
  if (found === null || (kind !== 'document' && found.class !== 'picture')) return refuse('wrong_file_type');
  if (found.class === 'document')
    return ok({
      bytes: received,
      mime: found.mime,
      thumb: null,
      width: null,
      height: null,
      fingerprint: null,
      bands: [],
      sourceSha256,
    });
  const picture = await redraw(received, kind === 'signature');
  if (picture === null) return unreadable;
  return ok({ ...picture, bands: kind === 'photo' ? bandsOf(picture.fingerprint) : [], sourceSha256 });
};
