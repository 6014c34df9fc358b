// Configuration: environment only, checked once at start, each error one plain sentence.
import { resolve } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

const environment = z.object({
  PORT: port.default(8080),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  ZEEBE_ADDRESS: z
    .string()
    .regex(/^[^:/\s]+:\d+$/)
    .optional(),
  ZEEBE_MANAGEMENT_URL: z.url().optional(),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//)
    .optional(),
  SESSION_SECRET: z.string().min(32).optional(),
  RECORDS_PORT: port.default(0),
  RECORDS_USERNAME: z.string().min(1).default('records'),
  RECORDS_PASSWORD: z.string().min(16).optional(),
  SEED: z.enum(['demo', 'county', 'none']).default('demo'),
  DEMO: flag.optional(),
  CLOCK_CONTROLLED: flag.default(false),
  CLOCK_START: z.iso.datetime({ offset: true }).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

const aPort = { zh: '要写 0 到 65535 的整数', en: 'must be a whole number from 0 to 65535' };
const yesOrNo = { zh: '要写 true 或 false', en: 'must be true or false' };
/** What each setting takes, for whoever set it wrong. */
const takes: Readonly<Record<keyof typeof environment.shape, { readonly zh: string; readonly en: string }>> = {
  PORT: aPort,
  HOST: { zh: '要写主机地址', en: 'must be an address' },
  DATA_DIR: { zh: '要写目录', en: 'must be a folder' },
  ZEEBE_ADDRESS: { zh: '要写成 主机:26500', en: 'must look like host:26500' },
  ZEEBE_MANAGEMENT_URL: { zh: '要写成 http://主机:9600', en: 'must look like http://host:9600' },
  MONGODB_URI: { zh: '要以 mongodb:// 或 mongodb+srv:// 开头', en: 'must start with mongodb:// or mongodb+srv://' },
  SESSION_SECRET: { zh: '至少 32 个字符', en: 'must have at least 32 characters' },
  RECORDS_PORT: aPort,
  RECORDS_USERNAME: { zh: '不能为空', en: 'must not be empty' },
  RECORDS_PASSWORD: { zh: '至少 16 个字符', en: 'must have at least 16 characters' },
  SEED: { zh: '要写 demo、county 或 none', en: 'must be demo, county or none' },
  DEMO: yesOrNo,
  CLOCK_CONTROLLED: yesOrNo,
  CLOCK_START: { zh: '要写成 2019-04-10T09:00:00+08:00', en: 'must look like 2019-04-10T09:00:00+08:00' },
  LOG_LEVEL: {
    zh: '要写 trace、debug、info、warn、error 或 silent',
    en: 'must be trace, debug, info, warn, error or silent',
  },
};
const sentenceOf = (name: keyof typeof takes): string =>
  `环境变量 ${name} 不对，${takes[name].zh}。/ ${name} ${takes[name].en}.`;

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');

export type Config = ReturnType<typeof shape>;

const shape = (env: z.infer<typeof environment>) => ({
  port: env.PORT,
  host: env.HOST,
  loopback: isLoopback(env.HOST),
  dataDir: resolve(env.DATA_DIR),
  zeebeAddress: env.ZEEBE_ADDRESS ?? null,
  zeebeManagementUrl: env.ZEEBE_MANAGEMENT_URL ?? null,
  mongodbUri: env.MONGODB_URI ?? null,
  sessionSecret: env.SESSION_SECRET ?? null,
  recordsPort: env.RECORDS_PORT,
  recordsUsername: env.RECORDS_USERNAME,
  recordsPassword: env.RECORDS_PASSWORD ?? null,
  seed: env.SEED,
  /** Demo accounts with known passwords: only with the demo county and only on loopback. */
  demo: (env.DEMO ?? env.SEED !== 'none') && isLoopback(env.HOST),
  clockControlled: env.CLOCK_CONTROLLED,
  /** The business day a fresh installation begins on; acceptance tests replay a plan on its own dates. */
  clockStart: env.CLOCK_START === undefined ? null : new Date(env.CLOCK_START),
  logLevel: env.LOG_LEVEL,
});

/** Returns the configuration or the sentences to print. */
export const readConfig = (
  env: Readonly<Record<string, string | undefined>>,
): { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly sentences: readonly string[] } => {
  const named = Object.fromEntries(
    Object.keys(environment.shape).map((key) => [key, env[key] === '' ? undefined : env[key]]),
  );
  const parsed = environment.safeParse(named);
  if (!parsed.success)
    return {
      ok: false,
      sentences: parsed.error.issues.map((issue) => sentenceOf(String(issue.path[0]) as keyof typeof takes)),
    };
  const config = shape(parsed.data);
  const sentences: string[] = [];
  if (!config.loopback && config.sessionSecret === null)
    sentences.push(
      '对网络开放（HOST）时必须设置 SESSION_SECRET（至少 32 个字符）。/ Listening to a network needs SESSION_SECRET.',
    );
  if (!config.loopback && parsed.data.DEMO === true)
    sentences.push(
      '演示账号只能在本机使用：请去掉 DEMO 或把 HOST 设为 127.0.0.1。/ Demo accounts work on loopback only.',
    );
  if (config.zeebeAddress !== null && config.recordsPassword === null)
    sentences.push(
      '连接外部 Zeebe 时必须设置 RECORDS_PASSWORD 和 RECORDS_PORT，供它的导出器使用。/ An external Zeebe needs RECORDS_PASSWORD and RECORDS_PORT for its exporter.',
    );
  if (config.clockStart !== null && !(config.clockControlled && config.loopback))
    sentences.push(
      'CLOCK_START 只用于本机测试，须同时设置 CLOCK_CONTROLLED=true。/ CLOCK_START is for tests on loopback and needs CLOCK_CONTROLLED=true.',
    );
  return sentences.length === 0 ? { ok: true, config } : { ok: false, sentences };
};
