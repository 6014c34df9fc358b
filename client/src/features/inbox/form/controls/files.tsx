// Photos and documents handed in with an answer: each uploads by itself and may be tried again.
import { CameraOutlined, DeleteOutlined, FileOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientId, uploadEvidence } from '../../../../shared/api/index.ts';
import type { EvidenceFields } from '../../../../shared/api/index.ts';
import { useProblemText } from '../../../../shared/i18n/index.ts';
import { useApi } from '../../../../shared/query/index.ts';
import { idsOf } from '../control.ts';
import type { ControlProps } from '../control.ts';

type Sending = { id: string; file: File; fraction: number; error: unknown };

const phases = ['before', 'after', 'onSite', 'record'] as const;
type FilesProps = ControlProps & { documents?: boolean; label?: string; phase?: (typeof phases)[number] };

export const FilesControl = (props: FilesProps) => {
  const { t } = useTranslation('inbox');
  const say = useProblemText();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const picker = useRef<HTMLInputElement>(null);
  const ids = idsOf(props.value);
  // several uploads end in any order: the newest list is always the base
  const latest = useRef(ids);
  latest.current = ids;
  const change = (id: string, part: Partial<Sending>): void =>
    setSending((before) => before.map((each) => (each.id === id ? { ...each, ...part } : each)));
  const send = async (entry: Sending): Promise<void> => {
    change(entry.id, { error: null, fraction: 0 });
    try {
      const item = await uploadEvidence(entry.file, entry.file.name, fieldsOf(props, entry), {
        onProgress: (fraction) => change(entry.id, { fraction }),
      });
      setSending((before) => before.filter((each) => each.id !== entry.id));
      latest.current = [...latest.current.filter((each) => each !== item.id), item.id];
      props.onChange(latest.current);
    } catch (error) {
      change(entry.id, { error });
    }
  };
  const add = (files: readonly File[]): void => {
    const entries = files.map((file) => ({ id: clientId(), file, fraction: 0, error: null }));
    setSending((before) => [...before, ...entries]);
    for (const entry of entries) void send(entry);
  };
  return (
    <div className="files" id={props.inputId} tabIndex={-1}>
      {ids.map((id) => (
        <EvidenceChip
          key={id}
          id={id}
          disabled={props.disabled}
          onRemove={() => props.onChange(ids.filter((each) => each !== id))}
        />
      ))}
      {sending.map((entry) => (
        <span key={entry.id} className={`file-chip${entry.error === null ? '' : ' failed'}`}>
          <span className="clip">{entry.file.name}</span>
          {entry.error === null ? (
            <progress value={entry.fraction} aria-label={entry.file.name} />
          ) : (
            <>
              <span className="tone-bad small">{say(entry.error)}</span>
              <Button size="small" type="link" onClick={() => void send(entry)}>
                {t('shared:again')}
              </Button>
              <Button
                size="small"
                type="text"
                aria-label={t('form.removeFile', { name: entry.file.name })}
                icon={<DeleteOutlined />}
                onClick={() => setSending((before) => before.filter((each) => each.id !== entry.id))}
              />
            </>
          )}
        </span>
      ))}
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept={props.documents ? 'image/*,application/pdf,.doc,.docx,.xls,.xlsx' : 'image/*'}
        onChange={(event) => {
          add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button
        disabled={props.disabled}
        icon={props.documents ? <PaperClipOutlined /> : <CameraOutlined />}
        onClick={() => picker.current?.click()}
      >
        {props.documents ? t('form.addFile') : t('form.addPhoto')}
      </Button>
    </div>
  );
};

const fieldsOf = ({ field, detail, documents, ...given }: FilesProps, entry: Sending): EvidenceFields => {
  const { task } = detail;
  const phase = given.phase ?? phases.find((each) => each === field.properties['phase']);
  return {
    clientId: entry.id,
    kind: documents && !entry.file.type.startsWith('image/') ? 'document' : 'photo',
    phase: phase ?? (documents ? 'record' : 'onSite'),
    label: (given.label ?? field.label).slice(0, 60),
    taskKey: task.key,
    ...(task.issueId === null ? {} : { issueId: task.issueId }),
    ...(task.caseId === null ? {} : { caseId: task.caseId }),
    ...(task.inspectionId === null ? {} : { inspectionId: task.inspectionId }),
    ...(entry.file.lastModified > 0 ? { takenAt: new Date(entry.file.lastModified).toISOString() } : {}),
  };
};

const EvidenceChip = ({ id, disabled, onRemove }: { id: string; disabled: boolean; onRemove: () => void }) => {
  const { t } = useTranslation('inbox');
  const item = useApi('GET /api/evidence/:id', { params: { id } }, { stale: Infinity }).data;
  const name = item === undefined ? id : `${item.no} ${item.label}`;
  return (
    <span className="file-chip">
      {item?.kind === 'document' ? (
        <FileOutlined aria-hidden />
      ) : item === undefined ? null : (
        <img src={item.thumbUrl} alt="" />
      )}
      {item === undefined ? (
        <span className="clip">{name}</span>
      ) : (
        <a href={item.url} target="_blank" rel="noreferrer" className="clip">
          {name}
        </a>
      )}
      <Button
        size="small"
        type="text"
        disabled={disabled}
        aria-label={t('form.removeFile', { name })}
        icon={<DeleteOutlined />}
        onClick={onRemove}
      />
    </span>
  );
};
