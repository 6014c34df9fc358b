// The Yongning year: one county's campaign of 2019 on the plan's own dates, from the first letter to the look-back of 2020.
// The same story runs on the embedded engine and on a real Zeebe; the environment chooses.
import { ending } from './yongning/ending.ts';
import { lookBack } from './yongning/look-back.ts';
import { opening } from './yongning/opening.ts';
import { comingBack, throughPhone } from './yongning/rectification.ts';
import { latePlan, selfChecks } from './yongning/self-checks.ts';
import { unannounced } from './yongning/unannounced.ts';
import { createStory } from './yongning/world.ts';

const story = createStory('2019-04-10 08:30');

opening(story);
selfChecks(story);
latePlan(story);
throughPhone(story);
comingBack(story);
unannounced(story);
ending(story);
lookBack(story);
