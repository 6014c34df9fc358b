// All scenarios: each a small model and what is done to it. Ids begin with the scenario's name.
import type { Scenario } from '../world.ts';
import { commandScenarios } from './command-scenarios.ts';
import { compositionScenarios } from './composition-scenarios.ts';
import { decisionScenarios } from './decision-scenarios.ts';
import { errorScenarios } from './error-scenarios.ts';
import { eventScenarios } from './event-scenarios.ts';
import { gatewayScenarios } from './gateway-scenarios.ts';
import { jobScenarios } from './job-scenarios.ts';
import { orderScenarios } from './order-scenarios.ts';
import { startScenarios } from './start-scenarios.ts';
import { taskScenarios } from './task-scenarios.ts';
import { throwingScenarios } from './throwing-scenarios.ts';
import { versionScenarios } from './version-scenarios.ts';

export const scenarios: Readonly<Record<string, Scenario>> = {
  ...commandScenarios,
  ...compositionScenarios,
  ...decisionScenarios,
  ...errorScenarios,
  ...eventScenarios,
  ...gatewayScenarios,
  ...jobScenarios,
  ...orderScenarios,
  ...startScenarios,
  ...taskScenarios,
  ...throwingScenarios,
  ...versionScenarios,
};
