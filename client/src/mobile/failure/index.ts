// What went wrong, as a sentence: the server's own words first, else the catalogue's for the code.
import { ProblemError } from '../../shared/api/index.ts';
import { isWord, say, sayText } from '../words/index.ts';

export const isUnreachable = (error: unknown): boolean => error instanceof ProblemError && error.code === 'unreachable';

export const failureText = (error: unknown): string => {
  if (!(error instanceof ProblemError)) return say('fail.unknown');
  if (error.text !== null) return sayText(error.text);
  const word = `fail.${error.code}`;
  return isWord(word) ? say(word) : say('fail.unknown');
};
