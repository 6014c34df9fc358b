// Door of the real-Zeebe tools, for the start script, tests and the benchmark.
export { startZeebe } from './broker.mjs';
export { ensureDistribution, ZEEBE_VERSION } from './distribution.mjs';
export { findJava, javaMissing, MINIMUM_JAVA } from './java.mjs';
