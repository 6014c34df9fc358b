// Finds a Java that real Zeebe 8.5 runs on: 21 or later.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const MINIMUM_JAVA = 21;
const folders = [
  '/usr/lib/jvm',
  '/Library/Java/JavaVirtualMachines',
  'C:\\Program Files\\Java',
  'C:\\Program Files\\Eclipse Adoptium',
];

/** Path of the java program, or undefined where there is none new enough. */
export function findJava(env = process.env) {
  return candidates(env).find((java) => versionOf(java) >= MINIMUM_JAVA);
}

export const javaMissing = `Real Zeebe needs Java ${MINIMUM_JAVA} or later, and none was found. Install one (for instance Temurin 21) or set JAVA_HOME. / 未找到 Java ${MINIMUM_JAVA} 或更高版本：请安装，或设置 JAVA_HOME。`;

function candidates(env) {
  const homes = [
    env.JAVA_HOME,
    ...Object.keys(env)
      .filter((name) => /^JAVA_HOME_\d+/u.test(name))
      .map((name) => env[name]),
  ];
  for (const folder of folders) homes.push(...childrenOf(folder));
  return [...homes.filter(Boolean).flatMap(programsIn), 'java'];
}

const childrenOf = (folder) => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []);

const programsIn = (home) =>
  [join(home, 'bin', 'java'), join(home, 'bin', 'java.exe'), join(home, 'Contents', 'Home', 'bin', 'java')].filter(
    (path) => existsSync(path),
  );

/** `java -version` speaks on stderr. */
function versionOf(java) {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8', timeout: 20_000 });
  return Number(/version "(\d+)/u.exec(stderr ?? '')?.[1] ?? 0);
}
