// `npm run engine`, `npm run docstore`: one embedded part alone.
import { prepare } from './setup/prepare.mjs';
import { runBundle } from './setup/run-bundle.mjs';

prepare({ client: false, server: true });
runBundle(process.argv[2]);
