// The editor of one model: drawing, guard rails, a draft that saves itself, and the way to deployment.
import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useWorkWords } from '../../../shared/i18n/index.ts';
import { useAct, useApi } from '../../../shared/query/index.ts';
import { useMay, useMe } from '../../../shared/session/index.ts';
import { fullTime, shortTime } from '../../../shared/time/index.ts';
import { EmptyNote, Loaded, PageHead } from '../../../shared/ui/index.ts';
import { DeployPanel } from '../deploy/deploy-panel.tsx';
import { PendingNote } from '../deploy/pending-note.tsx';
import { TableEditorView } from '../dmn/table-editor-view.tsx';
import { FormEditor } from '../form/form-editor.tsx';
import type { ModelDetail } from '../view/model-aside.tsx';
import { BpmnEditor } from './bpmn-editor.tsx';
import { ConflictNote } from './conflict-note.tsx';
import type { EditorHandle, EditorProps } from './editor-handle.ts';
import { LeaveGuard } from './leave-guard.tsx';
import { LintPanel } from './lint-panel.tsx';
import { dropCopy, readCopy } from './local-copy.ts';
import { SaveWords } from './save-words.tsx';
import { useDraft } from './use-draft.ts';
import { useFindings } from './use-findings.ts';

export const EditPage = () => {
  const { t } = useTranslation('models');
  const id = useParams()['id'] ?? '';
  const may = useMay();
  const read = useApi('GET /api/models/:id', { params: { id }, query: {} });
  // a new round begins the editor anew with what the server holds
  const [round, setRound] = useState(0);
  if (!may('models.edit')) return <EmptyNote>{t('onlyAdmins')}</EmptyNote>;
  return (
    <div className="page edit-page">
      <Loaded read={read}>
        {(model) => (
          <Editing
            key={`${id}-${round}`}
            model={model}
            again={() => void read.refetch().then(() => setRound(round + 1))}
          />
        )}
      </Loaded>
    </div>
  );
};

const editors = { bpmn: BpmnEditor, dmn: TableEditorView, form: FormEditor };

const Editing = ({ model, again }: { model: ModelDetail; again: () => void }) => {
  const { t } = useTranslation('models');
  const work = useWorkWords();
  const me = useMe();
  const navigate = useNavigate();
  // the model is read again while somebody draws; the drawing begins once
  const [first] = useState(model);
  const [copy, setCopy] = useState(() => {
    const found = readCopy(me.userId, model.id);
    return found === null || found.content === (model.draftState?.content ?? model.content) ? null : found;
  });
  const [start, setStart] = useState({ text: first.draftState?.content ?? first.content, no: 0 });
  const [text, setText] = useState(start.text);
  const draft = useDraft(me.userId, first);
  const [handle, setHandle] = useState<EditorHandle | null>(null);
  const [panel, setPanel] = useState<HTMLDivElement | null>(null);
  const [deploying, setDeploying] = useState(false);
  const surroundings = useMemo(() => first.surroundings, [first]);
  const findings = useFindings(text, surroundings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const { change } = draft;
  const onText = useCallback(
    (now: string) => {
      setText(now);
      change(now);
    },
    [change],
  );
  const Editor: (props: EditorProps) => React.ReactNode = editors[model.kind];
  const deployed = model.shownVersion === model.latestVersion ? model.content : first.content;
  const other =
    model.draftState !== null &&
    model.draftState.byId !== me.userId &&
    model.draftState.version > draft.held.current.draftVersion
      ? model.draftState
      : null;
  const unsaved = ['unsaved', 'saving', 'failed', 'conflict'].includes(draft.state.mark);
  const conflict = draft.state.mark === 'conflict' || other !== null;
  const theirs = draft.state.theirs ?? other;
  const behind = draft.held.current.baseVersion !== model.latestVersion && model.draftState !== null;

  return (
    <>
      <LeaveGuard unsaved={unsaved} />
      <PageHead
        title={`${model.no} ${work.name(model.name)}`.trim()}
        facts={
          <>
            <span className="model-tag">
              {t(unsaved ? 'draftUnsaved' : 'draftOf', { version: model.latestVersion + 1 })}
            </span>
            <SaveWords state={draft.state} again={() => void draft.flush()} />
            {model.draftState !== null && model.draftState.byId !== me.userId && model.editors.length > 0 ? (
              <span className="tone-warn" role="status">
                {t('isEditing', { by: model.draftState.by, at: shortTime(model.draftState.savedAt) })}
              </span>
            ) : null}
          </>
        }
        acts={
          <>
            <Button icon={<UndoOutlined />} disabled={handle?.canUndo !== true} onClick={() => handle?.undo()}>
              {t('undo')}
            </Button>
            <Button icon={<RedoOutlined />} disabled={handle?.canRedo !== true} onClick={() => handle?.redo()}>
              {t('redo')}
            </Button>
            <DiscardDraft model={model} onDone={() => void navigate(`/models/${model.id}`)} />
            <Link to={`/models/${model.id}`}>{t('backToModel')}</Link>
            <Button type="primary" onClick={() => setDeploying(true)}>
              {t('deploy')}
            </Button>
          </>
        }
      />
      {model.pendingDeployment === null ? null : <PendingNote model={model} request={model.pendingDeployment} />}
      {copy === null ? null : (
        <div className="note warn" role="alert">
          <span className="grow">{t('copyFound', { at: fullTime(copy.at) })}</span>
          <Button
            onClick={() => {
              setStart({ text: copy.content, no: start.no + 1 });
              onText(copy.content);
              setCopy(null);
            }}
          >
            {t('copyRestore')}
          </Button>
          <Button
            onClick={() => {
              dropCopy(me.userId, model.id);
              setCopy(null);
            }}
          >
            {t('copyDrop')}
          </Button>
        </div>
      )}
      {conflict ? (
        <ConflictNote
          theirs={theirs}
          mine={text}
          deployed={deployed}
          onMine={() =>
            void draft.standOn({
              draftVersion: theirs?.version ?? 0,
              ...(theirs === null ? { baseVersion: model.latestVersion } : {}),
            })
          }
          onTheirs={() => {
            dropCopy(me.userId, model.id);
            again();
          }}
        />
      ) : behind ? (
        <div className="note warn" role="alert">
          <span className="grow">
            {t('behind', { base: draft.held.current.baseVersion, latest: model.latestVersion })}
          </span>
          <Button onClick={() => setDeploying(true)}>{t('compareWith', { version: model.latestVersion })}</Button>
          <Button onClick={() => void draft.standOn({ baseVersion: model.latestVersion })}>{t('standOnLatest')}</Button>
        </div>
      ) : null}
      <div className={`edit-body ${model.kind}${deploying ? ' deploying' : ''}`}>
        <div className="edit-main">
          <Editor
            key={start.no}
            initial={start.text}
            name={work.name(model.name)}
            findings={findings}
            neededKeys={surroundings.answers[model.id] ?? null}
            panel={panel}
            onText={onText}
            onHandle={setHandle}
          />
          <LintPanel findings={findings} onLocate={(elementId, field) => handle?.locate(elementId, field)} />
        </div>
        <div className="edit-side">
          {deploying ? (
            <DeployPanel
              model={model}
              before={deployed}
              content={text}
              errors={errors}
              save={draft.flush}
              onPick={(elementId) => handle?.locate(elementId, '')}
              onClose={() => setDeploying(false)}
              onAsked={() => setDeploying(false)}
            />
          ) : null}
          <div ref={setPanel} className="properties" hidden={deploying || model.kind !== 'bpmn'} />
        </div>
      </div>
    </>
  );
};

const DiscardDraft = ({ model, onDone }: { model: ModelDetail; onDone: () => void }) => {
  const { t } = useTranslation('models');
  const client = useQueryClient();
  const me = useMe();
  const discard = useAct('DELETE /api/models/:id/draft');
  if (model.draftState === null) return null;
  return (
    <Popconfirm
      title={t('discardAsk')}
      description={t('discardNote', { by: model.draftState.by, at: shortTime(model.draftState.savedAt) })}
      okText={t('discard')}
      onConfirm={() =>
        discard.mutate(
          { params: { id: model.id } },
          {
            onSuccess: () => {
              dropCopy(me.userId, model.id);
              void client.invalidateQueries({ queryKey: ['GET /api/models/:id'] });
              onDone();
            },
          },
        )
      }
    >
      <Button danger loading={discard.isPending}>
        {t('discard')}
      </Button>
    </Popconfirm>
  );
};
