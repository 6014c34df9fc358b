// Door of the guards: preconditions apart from what follows when they hold.
export { flowsUsed, mayActivate, mayComplete, mayTerminate } from './element-commands.ts';
export { findJob, findWorkableJob } from './job-commands.ts';
