// What a task is about: a fixed subject of its step, or a ground of the ladder or way of inspecting before what people wrote.
import { toldIn } from './told-in.ts';
import type { Names } from './told-in.ts';

type Work = { readonly subject: Names; readonly trigger: Names; readonly mode: Names };
const colon = '：';
const grounds = ({ trigger, mode }: Work): Names => ({ ...trigger, ...mode });

export const subjectIn = (said: string, chinese: Work, spoken: Work): string => {
  const [ground = '', ...fact] = said.split(colon);
  const told = toldIn(ground, grounds(chinese), grounds(spoken));
  return fact.length === 0 || told === ground
    ? toldIn(said, chinese.subject, spoken.subject)
    : `${told}: ${fact.join(colon)}`;
};
