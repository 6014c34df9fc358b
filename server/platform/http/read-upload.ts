// One file and its fields from a multipart body, bounded in size and time.
import busboy from 'busboy';
import type { Request } from 'express';
import { ok, refuse, type Result } from '../result.ts';
import type { Upload } from '../slice.ts';

const maxBytes = 20 * 1024 * 1024;

export const readUpload = (request: Request): Promise<Result<Upload>> =>
  new Promise((resolve) => {
    const fields: Record<string, string> = {};
    let file: Upload['file'] | null = null;
    const fail = (): void =>
      resolve(
        refuse('bad_request', {
          message: { zh: '没有收到完整的文件，请重新上传。', en: 'The file did not arrive whole; upload it again.' },
        }),
      );
    let parser: busboy.Busboy;
    try {
      parser = busboy({
        headers: request.headers,
        defParamCharset: 'utf8',
        limits: { files: 1, fileSize: maxBytes, fields: 30, fieldSize: 10_000 },
      });
    } catch {
      return fail();
    }
    parser.on('field', (name, value) => {
      fields[name] = value;
    });
    parser.on('file', (_name, stream, info) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      // a form that breaks off: an error nobody hears would end the whole server
      stream.on('error', fail);
      // answered at once; what still comes is read and dropped
      stream.on('limit', () => {
        request.unpipe(parser);
        request.resume();
        resolve(refuse('too_large'));
      });
      stream.on('close', () => {
        file = { name: info.filename ?? '', bytes: Buffer.concat(chunks) };
      });
    });
    parser.on('error', fail);
    request.on('aborted', fail);
    parser.on('close', () => {
      if (file === null || file.bytes.length === 0) fail();
      else resolve(ok({ fields, file }));
    });
    request.pipe(parser);
  });
