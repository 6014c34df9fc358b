// The tree of organisations, searched by name or pinyin.
import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Modal, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organisation } from '#contracts/administration.ts';
import { call } from '../../shared/api/index.ts';
import { useApi } from '../../shared/query/index.ts';
import { Loaded, ProblemNote } from '../../shared/ui/index.ts';
import { matches, treeOf } from './organisation-tree.ts';

const types: readonly Organisation['type'][] = [
  'county',
  'bureau',
  'section',
  'countyHospital',
  'maternalHospital',
  'townshipHospital',
  'communityCentre',
  'clinic',
  'town',
  'village',
];

export const OrganisationsTab = () => {
  const { t } = useTranslation(['admin', 'institution']);
  const read = useApi('GET /api/organisations', {});
  const [words, setWords] = useState('');
  const [editing, setEditing] = useState<Organisation | 'new' | null>(null);
  return (
    <>
      <div className="admin-bar">
        <Input.Search
          className="admin-search"
          allowClear
          aria-label={t('search')}
          placeholder={t('search')}
          value={words}
          onChange={(event) => setWords(event.target.value.trim())}
        />
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEditing('new')}>
          {t('addOrganisation')}
        </Button>
      </div>
      <Loaded read={read}>
        {(organisations) => (
          <>
            <div className="card scroll-x">
              <table className="plain-table">
                <thead>
                  <tr>
                    <th scope="col">{t('name')}</th>
                    <th scope="col">{t('type')}</th>
                    <th scope="col">{t('state')}</th>
                    <th scope="col">
                      <span className="visually-hidden">{t('edit')}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {treeOf(organisations)
                    .filter(({ organisation }) => matches(organisation, words))
                    .map(({ organisation, depth }) => (
                      <tr key={organisation.id}>
                        <th scope="row" style={{ paddingLeft: 16 + (words === '' ? depth * 20 : 0) }}>
                          {organisation.name}
                        </th>
                        <td className="nowrap">{t(`institution:type.${organisation.type}`)}</td>
                        <td className={organisation.active ? '' : 'quiet'}>
                          {t(organisation.active ? 'active' : 'inactive')}
                        </td>
                        <td className="num">
                          <Button
                            size="small"
                            type="link"
                            aria-label={`${t('edit')} ${organisation.name}`}
                            onClick={() => setEditing(organisation)}
                          >
                            {t('edit')}
                          </Button>
                        </td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </div>
            {editing === null ? null : (
              <EditOrganisation
                organisation={editing === 'new' ? null : editing}
                all={organisations}
                onClose={() => setEditing(null)}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  );
};

type EditProps = { organisation: Organisation | null; all: readonly Organisation[]; onClose: () => void };
const EditOrganisation = ({ organisation, all, onClose }: EditProps) => {
  const { t } = useTranslation(['admin', 'institution']);
  const client = useQueryClient();
  const [values, setValues] = useState({
    name: organisation?.name ?? '',
    type: organisation?.type ?? ('clinic' as Organisation['type']),
    parentId: organisation?.parentId ?? null,
    townId: organisation?.townId ?? null,
    active: organisation?.active ?? true,
  });
  const [error, setError] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const set = (part: Partial<typeof values>): void => setValues({ ...values, ...part });
  const options = all
    .filter((each) => each.id !== organisation?.id)
    .map((each) => ({ value: each.id, label: each.name }));
  const save = async (): Promise<void> => {
    setSaving(true);
    setError(null);
    try {
      const { active, ...rest } = values;
      if (organisation === null) await call('POST /api/organisations', { body: rest });
      else await call('PUT /api/organisations/:id', { params: { id: organisation.id }, body: { ...rest, active } });
      await client.invalidateQueries({ queryKey: ['GET /api/organisations'] });
      onClose();
    } catch (refusal) {
      setError(refusal);
      setSaving(false);
    }
  };
  return (
    <Modal
      open
      title={t(organisation === null ? 'addOrganisation' : 'editOrganisation')}
      okText={t('shared:save')}
      okButtonProps={{ disabled: values.name.trim().length < 2 }}
      confirmLoading={saving}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="admin-form">
        {error === null ? null : <ProblemNote error={error} />}
        <label htmlFor="org-name">{t('name')}</label>
        <Input
          id="org-name"
          maxLength={60}
          value={values.name}
          onChange={(event) => set({ name: event.target.value })}
        />
        <label htmlFor="org-type">{t('type')}</label>
        <Select
          id="org-type"
          value={values.type}
          onChange={(type) => set({ type })}
          options={types.map((value) => ({ value, label: t(`institution:type.${value}`) }))}
        />
        <label htmlFor="org-parent">{t('parent')}</label>
        <Select
          id="org-parent"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={values.parentId}
          onChange={(parentId: string | null) => set({ parentId: parentId ?? null })}
          options={options}
        />
        <label htmlFor="org-town">{t('town')}</label>
        <Select
          id="org-town"
          allowClear
          value={values.townId}
          onChange={(townId: string | null) => set({ townId: townId ?? null })}
          options={all.filter((each) => each.type === 'town').map((each) => ({ value: each.id, label: each.name }))}
        />
        {organisation === null ? null : (
          <Checkbox checked={values.active} onChange={(event) => set({ active: event.target.checked })}>
            {t('active')}
          </Checkbox>
        )}
      </div>
    </Modal>
  );
};
