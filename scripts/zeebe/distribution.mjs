// Brings the Zeebe distribution into the cache: from Maven Central or the local Maven cache, checksum verified.
import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { httpGet, textAt } from './http-get.mjs';

export const ZEEBE_VERSION = '8.5.8';
const artefact = `camunda-zeebe-${ZEEBE_VERSION}.tar.gz`;
const folder = `io/camunda/camunda-zeebe/${ZEEBE_VERSION}`;
const repository = () =>
  (process.env.MAVEN_REPOSITORY_URL ?? 'https://repo.maven.apache.org/maven2').replace(/\/$/u, '');
const algorithms = ['sha512', 'sha256', 'sha1'];

/** The unpacked distribution's folder; fetched once, then found. */
export async function ensureDistribution({ cacheDir, log }) {
  const home = join(cacheDir, `camunda-zeebe-${ZEEBE_VERSION}`);
  if (existsSync(join(home, 'lib'))) return home;
  mkdirSync(cacheDir, { recursive: true });
  const archive = await ensureArchive(cacheDir, log);
  log(`unpacking ${artefact}`);
  unpack(archive, home, cacheDir);
  return home;
}

async function ensureArchive(cacheDir, log) {
  const checksum = await publishedChecksum();
  const ours = join(cacheDir, artefact);
  for (const path of [ours, join(homedir(), '.m2', 'repository', folder, artefact)]) {
    if (existsSync(path) && (await digestOf(path, checksum.algorithm)) === checksum.value) return path;
  }
  log(`fetching ${artefact} (about 200 MB)`);
  await download(`${repository()}/${folder}/${artefact}`, ours, checksum);
  return ours;
}

async function publishedChecksum() {
  for (const algorithm of algorithms) {
    const text = await textAt(`${repository()}/${folder}/${artefact}.${algorithm}`);
    const value = /[0-9a-f]{40,128}/iu.exec(text ?? '')?.[0]?.toLowerCase();
    if (value !== undefined) return { algorithm, value };
  }
  throw new Error(`No checksum is published for ${artefact}; refusing to run it unverified.`);
}

async function digestOf(path, algorithm) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function download(url, path, { algorithm, value }) {
  const part = `${path}.${randomUUID()}.part`;
  try {
    const response = await httpGet(url);
    if (response.statusCode !== 200) throw new Error(`Fetching ${artefact} answered ${response.statusCode}.`);
    await pipeline(response, createWriteStream(part));
    if ((await digestOf(part, algorithm)) !== value)
      throw new Error(`${artefact} does not match its published ${algorithm}.`);
    renameSync(part, path);
  } finally {
    rmSync(part, { force: true });
  }
}

/** Unpacked beside its place and moved there whole, so that a broken run leaves nothing half done. */
function unpack(archive, home, cacheDir) {
  const fresh = join(cacheDir, `unpacking-${randomUUID()}`);
  mkdirSync(fresh);
  const { status, stderr, error } = spawnSync('tar', ['-xzf', archive, '-C', fresh], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Unpacking ${artefact} failed: ${error?.message ?? stderr}`);
  try {
    renameSync(join(fresh, `camunda-zeebe-${ZEEBE_VERSION}`), home);
  } catch (failure) {
    if (!existsSync(join(home, 'lib'))) throw failure;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
