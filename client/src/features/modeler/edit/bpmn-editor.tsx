// Draws a process: palette, properties beside it, findings marked where they are.
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { putBadges } from '../bpmn/badge.ts';
import { CanvasTools } from '../bpmn/canvas-tools.tsx';
import type { Diagram } from '../bpmn/services.ts';
import { useBpmn } from '../bpmn/use-bpmn.ts';
import type { EditorProps } from './editor-handle.ts';
import { flash, reveal } from './reveal.ts';

const settleMs = 250;

export const BpmnEditor = ({ initial, name, findings, panel, onText, onHandle }: EditorProps) => {
  const { t, i18n } = useTranslation('models');
  const { language } = i18n;
  const frame = useRef<HTMLDivElement>(null);
  const make = useCallback(
    async (host: HTMLElement) => {
      if (panel === null) throw new Error('Expected a place for the properties');
      return (await import('../bpmn/make-editor.ts')).makeEditor(host, language, panel);
    },
    [language, panel],
  );
  const { host, diagram, error } = useBpmn(make, panel === null ? '' : initial);
  useText(diagram, onText);
  useHandle(diagram, onHandle);
  useUndoKeys(diagram);
  useEffect(() => {
    // clear of the palette
    diagram?.get('canvas').scroll({ dx: 50, dy: 0 });
  }, [diagram]);
  useEffect(() => {
    if (diagram === null) return;
    const ids = [...new Set(findings.map(({ elementId }) => elementId))];
    putBadges(
      diagram,
      'lint',
      ids.map((elementId) => {
        const own = findings.filter((finding) => finding.elementId === elementId);
        const bad = own.some(({ severity }) => severity === 'error');
        return {
          elementId,
          corner: 'left' as const,
          title: own.map(({ message }) => (language === 'en' ? message.en : message.zh)).join('\n'),
          parts: [{ text: t(bad ? 'errorShort' : 'warningShort'), tone: bad ? ('bad' as const) : ('late' as const) }],
        };
      }),
    );
  }, [diagram, findings, language, t]);
  return (
    <div className="diagram-frame" ref={frame}>
      {error === null ? null : (
        <div className="note bad" role="alert">
          {t('cannotDraw', { reason: error })}
        </div>
      )}
      <div className="diagram editing" ref={host} role="application" aria-label={t('drawingOf', { name })} />
      <CanvasTools diagram={diagram} frame={frame} />
    </div>
  );
};

/** Hands the text over a moment after the last change. */
const useText = (diagram: Diagram | null, onText: (text: string) => void): void => {
  useEffect(() => {
    if (diagram === null) return;
    let alive = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = async (): Promise<void> => {
      const { xml } = await diagram.saveXML({ format: true });
      if (alive && xml !== undefined) onText(xml);
    };
    const changed = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void write(), settleMs);
    };
    diagram.get('eventBus').on('commandStack.changed', changed);
    return () => {
      alive = false;
      clearTimeout(timer);
    };
  }, [diagram, onText]);
};

const useHandle = (diagram: Diagram | null, onHandle: EditorProps['onHandle']): void => {
  useEffect(() => {
    if (diagram === null) return;
    const stack = diagram.get('commandStack');
    const tell = (): void =>
      onHandle({
        undo: () => step(diagram, 'undo'),
        redo: () => step(diagram, 'redo'),
        canUndo: stack.canUndo(),
        canRedo: stack.canRedo(),
        locate: (elementId, field) => reveal(diagram, elementId, field),
      });
    tell();
    const bus = diagram.get('eventBus');
    bus.on('commandStack.changed', tell);
    return () => bus.off('commandStack.changed', tell);
  }, [diagram, onHandle]);
};

/** A step back or forward shows what it changed, also outside the visible part. */
const step = (diagram: Diagram, way: 'undo' | 'redo'): void => {
  const bus = diagram.get('eventBus');
  const touched: string[] = [];
  const note = ({ elements }: { elements: readonly { id: string }[] }): void =>
    void touched.push(...elements.map(({ id }) => id));
  bus.on('elements.changed', note);
  diagram.get('commandStack')[way]();
  bus.off('elements.changed', note);
  flash(diagram, touched);
};

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const useUndoKeys = (diagram: Diagram | null): void => {
  useEffect(() => {
    if (diagram === null) return;
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || typing(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      event.stopPropagation();
      step(diagram, key === 'y' || event.shiftKey ? 'redo' : 'undo');
    };
    // before the drawing tool's own keys, which would not show what changed
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [diagram]);
};
