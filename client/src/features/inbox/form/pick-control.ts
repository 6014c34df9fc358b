// Which control shows a field: ours by name first, then what form-js means by its kind.
import type { ComponentType } from 'react';
import type { ControlProps } from './control.ts';
import { ChecklistControl } from './controls/checklist.tsx';
import { ChoiceControl } from './controls/choice.tsx';
import { ComparisonControl } from './controls/comparison.tsx';
import { DeadlineControl } from './controls/deadline.tsx';
import { DocumentsControl } from './controls/documents.tsx';
import { PersonControl } from './controls/person.tsx';
import { PhotosControl } from './controls/photos.tsx';
import {
  LongWordsControl,
  ManyControl,
  MomentControl,
  NumberControl,
  SelectControl,
  TickControl,
  WordsControl,
} from './controls/plain.tsx';
import { ReturnedItemsControl } from './controls/returned-items.tsx';
import { SignatureControl } from './controls/signature.tsx';
import { TracePersonsControl } from './controls/trace-persons.tsx';
import type { Field } from './form-schema.ts';

type Control = ComponentType<ControlProps>;
const ours: Readonly<Record<string, Control>> = {
  photos: PhotosControl,
  signature: SignatureControl,
  checklist: ChecklistControl,
  person: PersonControl,
  organisation: PersonControl,
  deadline: DeadlineControl,
  document: DocumentsControl,
};
/** Lists of things differ by what is listed, which only their key tells. */
const lists: Readonly<Record<string, Control>> = {
  counted: ComparisonControl,
  declared: ComparisonControl,
  persons: TracePersonsControl,
  returnedItems: ReturnedItemsControl,
};
const byKind: Readonly<Record<string, Control>> = {
  textfield: WordsControl,
  textarea: LongWordsControl,
  number: NumberControl,
  checkbox: TickControl,
  checklist: ManyControl,
  radio: ChoiceControl,
  select: SelectControl,
  taglist: SelectControl,
  filepicker: DocumentsControl,
};

/** Shown by the case side of the page: photos before and after, and the letter being decided. */
const beside = (field: Field): boolean =>
  field.control === 'comparison' || (field.control === 'document' && field.readonly);

export const pickControl = (field: Field): Control | null => {
  if (beside(field)) return null;
  if (field.control === 'items') return lists[field.key] ?? null;
  const own = field.control === null ? undefined : ours[field.control];
  if (own !== undefined) return own;
  if (field.kind === 'datetime') return field.subtype === 'datetime' ? MomentControl : DeadlineControl;
  return byKind[field.kind] ?? null;
};
