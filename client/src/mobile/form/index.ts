// The door to the light renderer of deployed forms.
export { isHidden } from './condition.ts';
export { ExtraFields, extraValues, stepOf, useExtraFields } from './extra.tsx';
export type { Extra } from './extra.tsx';
export { FieldBlock } from './field-block.tsx';
export { isDone, presets, shownFields, submitted } from './field-state.ts';
export { fieldsOf, withOptions } from './fields.ts';
export type { Field } from './fields.ts';
