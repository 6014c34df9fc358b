// Passwords: argon2id with the library's recommended costs; unknown accounts cost the same time as known ones.
import { hash, verify } from '@node-rs/argon2';

// argon2id, 19 MiB, two passes: the minimum OWASP names
const costs = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, costs);

let decoy: Promise<string> | null = null;
export const passwordMatches = async (stored: string | null, password: string): Promise<boolean> => {
  decoy ??= hashPassword('no account has this password');
  const matches = await verify(stored ?? (await decoy), password);
  return stored !== null && matches;
};
