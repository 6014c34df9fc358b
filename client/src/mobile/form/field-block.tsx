// One field of a form as a block of the page.
import type { ReactElement } from 'react';
import type { EvidenceItem } from '#contracts/evidence.ts';
import type { TaskDetail } from '#contracts/tasks.ts';
import { StepTag } from '../guide/index.ts';
import type { NewUpload } from '../outbox/index.ts';
import { PhotoList, SignaturePad } from '../photo/index.ts';
import type { Signature } from '../photo/index.ts';
import { Section } from '../ui/index.ts';
import { say } from '../words/index.ts';
import { ComparisonInput } from './comparison-input.tsx';
import { isDone } from './field-state.ts';
import type { Field } from './fields.ts';
import { PlainInput } from './inputs.tsx';
import { ReturnedItemsInput } from './returned-items-input.tsx';

type FieldBlockProps = {
  detail: TaskDetail;
  field: Field;
  value: unknown;
  error?: string;
  onChange: (value: unknown) => void;
};

const knownOf = (detail: TaskDetail): EvidenceItem[] => [
  ...(detail.issue?.evidence ?? []),
  ...(detail.case?.plan?.attachments ?? []),
];

const uploadOfField = (detail: TaskDetail, field: Field): NewUpload => {
  const { key, issueId, caseId, inspectionId } = detail.task;
  return {
    kind: field.kind === 'photos' ? 'photo' : field.kind === 'signature' ? 'signature' : 'document',
    phase: field.phase,
    label: field.label.slice(0, 60),
    title: field.label,
    taskKey: key,
    ...(issueId === null ? {} : { issueId }),
    ...(caseId === null ? {} : { caseId }),
    ...(inspectionId === null ? {} : { inspectionId }),
  };
};

const Control = ({ detail, field, value, onChange }: FieldBlockProps): ReactElement | null => {
  const refs = Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
  switch (field.kind) {
    case 'photos':
    case 'documents':
      return (
        <PhotoList
          id={field.key}
          label={field.label}
          upload={uploadOfField(detail, field)}
          value={refs}
          known={knownOf(detail)}
          {...(field.kind === 'documents' ? { accept: 'image/*,application/pdf' } : {})}
          onChange={onChange}
        />
      );
    case 'signature':
      return (
        <SignaturePad
          id={field.key}
          statement={field.statement === '' ? say('reply.statement') : field.statement}
          upload={uploadOfField(detail, field)}
          // Written by this control only.
          value={typeof value === 'object' && value !== null ? (value as Signature) : null}
          onChange={(signature) => onChange(signature ?? undefined)}
        />
      );
    case 'counts':
      return <ComparisonInput field={field} value={value} onChange={onChange} items={detail.issue?.measured ?? []} />;
    case 'items':
      return <ReturnedItemsInput field={field} value={value} onChange={onChange} known={knownOf(detail)} />;
    default:
      return <PlainInput field={field} value={value} onChange={onChange} />;
  }
};

export const FieldBlock = (props: FieldBlockProps): ReactElement | null => {
  const { field, value, error = '' } = props;
  // a problem without a measured standard has nothing to count
  if (field.kind === 'counts' && (props.detail.issue?.measured ?? []).length === 0) return null;
  if (field.kind === 'note')
    return (
      <Section>
        {field.text
          .replace(/[#*_`]/g, '')
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => (
            <p key={line}>{line}</p>
          ))}
      </Section>
    );
  const side = field.required ? (
    <StepTag done={isDone(field, value)} yes={say('reply.filled')} no={say('reply.notFilled')} />
  ) : (
    <span className="muted">{say('form.optional')}</span>
  );
  return (
    <Section id={`step-${field.key}`} title={field.label} side={side}>
      {field.hint !== '' && <p className="muted">{field.hint}</p>}
      {field.kind === 'signature' && field.statement !== '' && <p className="muted">{field.statement}</p>}
      <Control {...props} />
      {error !== '' && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
    </Section>
  );
};
