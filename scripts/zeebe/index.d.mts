// Types of the real-Zeebe tools, for TypeScript tests.
export type ZeebeOptions = {
  readonly port?: number;
  readonly managementPort?: number;
  readonly dataDir?: string;
  readonly cacheDir?: string;
  readonly controlledClock?: boolean;
  readonly exporterUrl?: string;
  readonly username?: string;
  readonly password?: string;
  readonly bulkSize?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly log?: (text: string) => void;
};
export type Zeebe = {
  readonly port: number;
  readonly managementPort: number;
  readonly pid: number | undefined;
  readonly exited: Promise<number>;
  stop(): Promise<void>;
};
export function startZeebe(options?: ZeebeOptions): Promise<Zeebe>;
export function ensureDistribution(options: { cacheDir: string; log: (text: string) => void }): Promise<string>;
export function findJava(env?: NodeJS.ProcessEnv): string | undefined;
export const javaMissing: string;
export const MINIMUM_JAVA: number;
export const ZEEBE_VERSION: string;
