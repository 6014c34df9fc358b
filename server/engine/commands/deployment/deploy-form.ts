// One form of a deployment.
import type { Context } from '../../mechanics/index.ts';
import type { DeployedResource, FormMetadata } from '../../protocol/index.ts';

export function deployForm(ctx: Context, resource: DeployedResource, formId: string): FormMetadata {
  const { forms } = ctx.state.definitions;
  const latest = forms.latest(formId);
  const { checksum, name: resourceName } = resource;
  if (latest?.value.checksum === checksum && latest.value.resourceName === resourceName) {
    const { resource: _, ...metadata } = latest.value;
    return { ...metadata, duplicate: true };
  }
  const key = ctx.nextKey();
  const metadata = {
    version: forms.nextVersion(formId),
    checksum,
    formId,
    formKey: key,
    resourceName,
    duplicate: false,
  };
  ctx.emit('FORM.CREATED', key, { ...metadata, resource: resource.resource });
  return metadata;
}
