// `npm start`: sets everything up, then runs the product.
import { prepare } from './setup/prepare.mjs';
import { runBundle } from './setup/run-bundle.mjs';

prepare();
runBundle('main');
