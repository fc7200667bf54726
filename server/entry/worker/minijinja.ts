// The build puts this in the place of minijinja-js: a Worker may not compile WebAssembly at run time, only
// instantiate what was compiled before.

import compiled from 'minijinja-wasm';
import { Environment, initSync } from 'minijinja-web';

initSync({ module: compiled });

export { Environment };
