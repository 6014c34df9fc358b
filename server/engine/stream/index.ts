// Door of the stream: the one place where commands become events.
export { Counters } from './counters.ts';
export { Processor } from './processor.ts';
export { replayStep } from './replay.ts';
export { Stream } from './stream.ts';
