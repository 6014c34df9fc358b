// Tests of the whole product start the bundle: it must not be older than its sources.
import { buildServer } from '../../scripts/setup/prepare.mjs';

export default buildServer;
