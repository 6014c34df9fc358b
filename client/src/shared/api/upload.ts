// Sends one evidence file with its progress; repeating it with the same clientId is harmless.
import type { EvidenceItem } from '#contracts/evidence.ts';
import { ProblemError, problemFrom } from './problem-error.ts';
import { isArrival, tellReach } from './reach.ts';
import { passSessionGate } from './session-gate.ts';

export type EvidenceFields = {
  clientId: string;
  kind: 'photo' | 'document' | 'signature';
  phase: 'before' | 'after' | 'onSite' | 'record';
  label: string;
  issueId?: string;
  caseId?: string;
  inspectionId?: string;
  villageId?: string;
  taskKey?: string;
  takenAt?: string;
  latitude?: number;
  longitude?: number;
  sha256?: string;
};
export type UploadOptions = { onProgress?: (fraction: number) => void; signal?: AbortSignal };

export const uploadEvidence = async (
  file: Blob,
  name: string,
  fields: EvidenceFields,
  options: UploadOptions = {},
): Promise<EvidenceItem> => {
  try {
    return await post(file, name, fields, options);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 401 || !(await passSessionGate())) throw error;
    return post(file, name, fields, options);
  }
};

const bodyOf = (file: Blob, name: string, fields: EvidenceFields): FormData => {
  const form = new FormData();
  // Fields first: the server knows what it receives before the bytes arrive.
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) form.append(key, String(value));
  form.append('file', file, name);
  return form;
};

// XMLHttpRequest because fetch tells nothing about upload progress.
const post = (file: Blob, name: string, fields: EvidenceFields, options: UploadOptions): Promise<EvidenceItem> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/evidence');
    request.responseType = 'json';
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    };
    request.onerror = () => {
      tellReach(false);
      reject(new ProblemError('unreachable', 0));
    };
    request.onabort = () => reject(new DOMException('Upload stopped', 'AbortError'));
    request.onload = () => {
      tellReach(isArrival(request.status));
      if (request.status < 200 || request.status > 299) reject(problemFrom(request.status, request.response));
      else resolve(request.response as EvidenceItem);
    };
    options.signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(bodyOf(file, name, fields));
  });
