// Changes a model through the two persons' hands, without the screens.
import type { BodyOf } from '../../server/contracts/http.ts';
import { eventually } from '../support/api.ts';
import type { County } from '../support/scene.ts';

type Choice = Pick<BodyOf<'POST /api/models/:id/deployments'>, 'running' | 'mapping'> & {
  /** What happens the moment it is agreed, instead of waiting for the new version. */
  readonly after?: () => Promise<void>;
};

export const changeModel = async (
  county: County,
  id: string,
  change: (text: string) => string,
  reason: string,
  { after, ...choice }: Choice = {},
): Promise<void> => {
  const [first, second] = [await county.as('admin'), await county.as('admin2')];
  const before = await first.call('GET /api/models/:id', { params: { id } });
  const draft = await first.call('PUT /api/models/:id/draft', {
    params: { id },
    body: { content: change(before.content), baseVersion: before.latestVersion, draftVersion: 0 },
  });
  const asked = await first.call('POST /api/models/:id/deployments', {
    params: { id },
    body: { reason, draftVersion: draft.version, ...choice },
  });
  await second.call('POST /api/models/:id/deployments/:deploymentId/approve', {
    params: { id, deploymentId: asked.id },
  });
  if (after !== undefined) return after();
  await eventually('the new version in the records', async () => {
    const now = await first.call('GET /api/models/:id', { params: { id } });
    return now.latestVersion === before.latestVersion + 1;
  });
};
