// Pictures are drawn anew: turned by their EXIF flag, stripped of every other metadata, shrunk, thumbnailed.
import sharp from 'sharp';
import { fingerprintOf } from './fingerprint.ts';

const longestSide = 2560;
const thumbSide = 360;
// a small file may unpack to gigabytes
const limitInputPixels = 60_000_000;

export type Picture = {
  readonly mime: string;
  readonly bytes: Buffer;
  readonly thumb: Buffer;
  readonly width: number;
  readonly height: number;
  readonly fingerprint: string;
};

const open = (bytes: Buffer) => sharp(bytes, { limitInputPixels, failOn: 'error' }).rotate();

/** Null: not a picture that can be opened, whatever its first bytes say. */
export const redraw = async (bytes: Buffer, keepTransparency: boolean): Promise<Picture | null> => {
  try {
    const sized = open(bytes).resize({
      width: longestSide,
      height: longestSide,
      fit: 'inside',
      withoutEnlargement: true,
    });
    const { data, info } = await (keepTransparency ? sized.png() : sized.jpeg({ quality: 82 })).toBuffer({
      resolveWithObject: true,
    });
    const thumb = await sharp(data)
      .resize({ width: thumbSide, height: thumbSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 72 })
      .toBuffer();
    return {
      mime: keepTransparency ? 'image/png' : 'image/jpeg',
      bytes: data,
      thumb,
      width: info.width,
      height: info.height,
      fingerprint: await fingerprintOf(data),
    };
  } catch {
    return null;
  }
};
