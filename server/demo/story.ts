// The demo county's story: half a year played through the product's own doors, ending today.
import type { Product } from '../compose.ts';
import { isoShanghai } from '../domain/calendar/index.ts';
import type { TimeControl } from '../time-control.ts';
import type { Cast } from './cast.ts';
import { createDriver } from './driver.ts';
import { createLedger } from './ledger.ts';
import { inMoments } from './scene.ts';
import { storyDates } from './story-dates.ts';
import { endingScenes } from './story-ending.ts';
import { inspectionScenes } from './story-inspections.ts';
import { openCampaign, openingScenes } from './story-opening.ts';
import { rectificationScenes } from './story-rectification.ts';

type Deps = {
  readonly product: Product;
  readonly timeControl: TimeControl;
  readonly workersIdle: () => boolean;
  readonly userIds: ReadonlyMap<string, string>;
  readonly say: (line: string) => void;
};
const steps = 10;

export const playStory = async ({ product, timeControl, workersIdle, userIds, say }: Deps): Promise<void> => {
  const dates = storyDates(new Date(timeControl.now()));
  const driver = createDriver({ product, timeControl, workersIdle, userIds });
  await timeControl.to(dates.planned('2019-01-08', 9).getTime());
  const cast: Cast = { driver, dates, userIds };
  const campaignId = await openCampaign(cast);
  const ledger = createLedger(driver, campaignId);
  const moments = inMoments([
    ...(await openingScenes(cast, campaignId)),
    ...rectificationScenes(cast, campaignId, ledger),
    ...inspectionScenes(cast, campaignId, ledger),
    ...endingScenes(cast, campaignId, ledger),
  ]);
  let told = 0;
  for (const [index, { at, scenes }] of moments.entries()) {
    await driver.quiet();
    await driver.to(at);
    await Promise.all(scenes.map(({ play }) => play())).catch((error: unknown) => {
      throw new Error(`The story of the demo county broke off on ${isoShanghai(at)}`, { cause: error });
    });
    const step = Math.floor(((index + 1) * steps) / moments.length);
    if (step > told) say(`  ${step * steps}%`);
    told = step;
  }
  await driver.quiet();
  await timeControl.reset();
  await driver.quiet();
};
