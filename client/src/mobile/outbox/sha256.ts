// The hash a file is sent with; null on plain http, where browsers offer none.
export const sha256Of = async (blob: Blob): Promise<string | null> => {
  if (!globalThis.isSecureContext) return null;
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
