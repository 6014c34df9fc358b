// Random ids for idempotency keys; plain http has no crypto.randomUUID.
export const clientId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
