// Brings the shipped models to the engine: new ones always, changed ones unless the county has edited them.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Schema, type Connection } from 'mongoose';
import type { Logger } from './platform/logger.ts';
import type { EngineClient, Resource } from './platform/workflow/engine-client.ts';

type Shipped = { _id: string; hash: string };
const schema = new Schema<Shipped>(
  { _id: String, hash: String },
  { versionKey: false, autoIndex: false, autoCreate: false },
);
const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex');
const kinds = ['.form', '.dmn', '.bpmn'];

export const shippedModel = (connection: Connection) =>
  connection.model<Shipped>('ShippedModel', schema, 'shippedModels');

const rankOf = (name: string): number => kinds.findIndex((kind) => name.endsWith(kind));

/** Tables and forms before the processes that call them. */
export const readModels = async (folder: string): Promise<readonly Resource[]> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile() && rankOf(entry.name) >= 0)
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(`${join(folder, 'lint')}`));
  const resources = await Promise.all(
    paths.map(async (path) => ({ name: path.slice(path.lastIndexOf('/') + 1), content: await readFile(path, 'utf8') })),
  );
  return resources.sort((left, right) => rankOf(left.name) - rankOf(right.name) || left.name.localeCompare(right.name));
};

type Deps = {
  readonly connection: Connection;
  readonly engine: EngineClient;
  readonly logger: Logger;
  readonly folder: string;
  /** Content of the newest deployed version of a resource, null if it was never deployed. */
  readonly latestContent: (resourceName: string) => Promise<string | null>;
};

export const deployModels = async (deps: Deps): Promise<number> => {
  const shipped = shippedModel(deps.connection);
  const before = new Map((await shipped.find().lean<Shipped[]>()).map(({ _id, hash }) => [_id, hash]));
  const changed = (await readModels(deps.folder)).filter(({ name, content }) => before.get(name) !== hashOf(content));

  const editedByCounty = async (name: string): Promise<boolean> => {
    const hash = before.get(name);
    if (hash === undefined) return false;
    const latest = await deps.latestContent(name);
    return latest !== null && hashOf(latest) !== hash;
  };
  const deploy = async (resource: Resource): Promise<number> => {
    if (await editedByCounty(resource.name)) {
      deps.logger.warn(
        { resource: resource.name },
        'the county has edited this model: the shipped update was not deployed',
      );
      return 0;
    }
    const deployed = await deps.engine.deploy(resource);
    if (!deployed.ok)
      throw new Error(
        `Expected ${resource.name} to deploy, but: ${JSON.stringify(deployed.refusal.details ?? deployed.refusal.code)}`,
      );
    await shipped.updateOne({ _id: resource.name }, { $set: { hash: hashOf(resource.content) } }, { upsert: true });
    return 1;
  };
  let count = 0;
  // side by side within a kind: a process may name a table or form, never another of its own kind at deployment
  for (const kind of kinds) {
    const made = await Promise.all(changed.filter(({ name }) => name.endsWith(kind)).map(deploy));
    count += made.reduce((sum, one) => sum + one, 0);
  }
  return count;
};
