// Who says no says why: the yes/no of each task whose no wants the opinion. No schema here, so that pages may read it.
export const reasonedDecisions = {
  'approve-campaign': 'approved',
  'approve-report': 'approved',
  'sign-plan': 'signed',
  'review-plan': 'accepted',
  'sign-self-check': 'signed',
  'accept-report': 'accepted',
  'confirm-measures': 'complete',
  'sign-evidence': 'signed',
  'approve-strike-off': 'approved',
  'approve-inspection': 'approved',
  'approve-document': 'approved',
  'approve-accountability': 'approved',
  'approve-exposure': 'approved',
  'review-reply': 'lifted',
  'decide-appeal': 'upheld',
  'endorse-extension': 'endorsed',
  'decide-extension': 'granted',
} as const;
export type ReasonedTask = keyof typeof reasonedDecisions;

/** The shortest opinion that counts as a reason. */
export const shortestReason = 2;

const choices: Readonly<Record<string, string>> = reasonedDecisions;
/** Forms hand a yes or no over as itself or as its word. */
export const wantsReason = (taskType: string, values: Readonly<Record<string, unknown>>): boolean => {
  const choice = choices[taskType];
  return choice !== undefined && String(values[choice]) === 'false';
};

type Field = { readonly key: string; readonly required: boolean; readonly minLength?: number };
/** The fields of its form: the opinion becomes a must once somebody says no. */
export const withReason = <F extends Field>(
  taskType: string,
  fields: readonly F[],
  values: Readonly<Record<string, unknown>>,
): readonly F[] =>
  wantsReason(taskType, values)
    ? fields.map((field) =>
        field.key === 'opinion'
          ? { ...field, required: true, minLength: Math.max(shortestReason, field.minLength ?? 0) }
          : field,
      )
    : fields;
