// What a page says when it has nothing, is still reading, or was refused.
import { ExclamationCircleFilled, InboxOutlined, LoadingOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { ProblemError } from '../api/index.ts';
import { useProblemText, useText } from '../i18n/index.ts';

export const EmptyNote = ({ children, act }: { children: ReactNode; act?: ReactNode }) => (
  <div className="state-note">
    <InboxOutlined aria-hidden style={{ fontSize: 28, color: 'var(--ink-3)' }} />
    <div>{children}</div>
    {act}
  </div>
);

export const LoadingNote = () => {
  const { t } = useTranslation('shared');
  return (
    <div className="state-note" role="status">
      <LoadingOutlined aria-hidden style={{ fontSize: 22 }} />
      {t('loading')}
    </div>
  );
};

type ProblemProps = {
  error: unknown;
  again?: () => void;
  /** Fields that say themselves what is wrong with them. */
  told?: (path: string) => boolean;
};
export const ProblemNote = ({ error, again, told = () => false }: ProblemProps) => {
  const { t } = useTranslation('shared');
  const say = useProblemText();
  const text = useText();
  const fields = error instanceof ProblemError ? error.fields.filter(({ path }) => !told(path)) : [];
  return (
    <div className="note bad" role="alert">
      <ExclamationCircleFilled aria-hidden style={{ color: 'var(--bad)', marginTop: 4 }} />
      <span className="grow">
        {say(error)}
        {fields.map((field) => (
          <span key={field.path} className="note-field">
            {text(field.message)}
          </span>
        ))}
      </span>
      {again === undefined ? null : (
        <Button size="small" onClick={again}>
          {t('again')}
        </Button>
      )}
    </div>
  );
};

type Read<T> = { data: T | undefined; error: unknown; refetch: () => unknown };
/** Old data stays on screen while an error stands above it. */
export const Loaded = <T,>({ read, children }: { read: Read<T>; children: (data: T) => ReactNode }) => (
  <>
    {read.error !== null && read.error !== undefined ? (
      <ProblemNote error={read.error} again={() => void read.refetch()} />
    ) : null}
    {read.data !== undefined ? children(read.data) : read.error ? null : <LoadingNote />}
  </>
);
