// Photos of an answer; where the row names the photos it wants, each upload says which one it is.
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ControlProps } from '../control.ts';
import { FilesControl } from './files.tsx';

export const PhotosControl = (props: ControlProps) => {
  const { t } = useTranslation('inbox');
  const wanted =
    props.field.key === 'photos' && props.field.properties['phase'] === 'after'
      ? (props.detail.issue?.requiredEvidence ?? [])
      : [];
  const [chosen, setChosen] = useState(wanted[0]?.label ?? '');
  const kind = wanted.find((each) => each.label === chosen);
  if (kind === undefined) return <FilesControl {...props} />;
  return (
    <div className="task-form">
      <Select
        className="wide"
        aria-label={t('form.shows')}
        value={chosen}
        onChange={setChosen}
        options={wanted.map((each) => ({
          value: each.label,
          label: `${each.label}（${t(`shared:photo.${each.phase}`)}）`,
        }))}
      />
      {kind.hint === '' ? null : <p className="small quiet">{kind.hint}</p>}
      <FilesControl {...props} label={kind.label} phase={kind.phase} />
    </div>
  );
};
