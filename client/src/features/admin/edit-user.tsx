// Creates or changes a user: name, unit, roles with their scope, a new password.
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Modal, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '#contracts/http.ts';
import type { Membership, Role } from '#contracts/roles.ts';
import { call } from '../../shared/api/index.ts';
import { useApi } from '../../shared/query/index.ts';
import { FieldFault, ProblemNote, faultyInput, useFaultFocus, useFaults, type Faults } from '../../shared/ui/index.ts';

type User = ResponseOf<'GET /api/users'>[number];
const roles: readonly Role[] = [
  'admin',
  'office',
  'groupHead',
  'teamLeader',
  'teamMember',
  'section',
  'unitHead',
  'unitClerk',
  'clinic',
  'discipline',
  'superior',
];
const scopeOf: Partial<Record<Role, 'team' | 'organisation'>> = {
  teamLeader: 'team',
  teamMember: 'team',
  section: 'organisation',
  unitHead: 'organisation',
  unitClerk: 'organisation',
  clinic: 'organisation',
};

const toldAtFields = (path: string): boolean =>
  /^(username|name|title|orgId|password|memberships\.\d+\.(role|scopeId))$/.test(path);

export const EditUser = ({ user, onClose }: { user: User | null; onClose: () => void }) => {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const organisations = useApi('GET /api/organisations', {}).data ?? [];
  const [values, setValues] = useState({
    username: user?.username ?? '',
    name: user?.name ?? '',
    title: user?.title ?? '',
    orgId: user?.orgId ?? null,
    memberships: user?.memberships ?? ([] as Membership[]),
    active: user?.active ?? true,
    password: '',
  });
  const [error, setError] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const faults = useFaults(error);
  const form = useFaultFocus(error);
  const set = (part: Partial<typeof values>): void => setValues({ ...values, ...part });
  const save = async (): Promise<void> => {
    setSaving(true);
    setError(null);
    try {
      const { username, password, active, ...rest } = values;
      const memberships = rest.memberships.map(({ role, scopeId }) => ({
        role,
        ...(scopeId === undefined ? {} : { scopeId }),
      }));
      if (user === null) await call('POST /api/users', { body: { username, password, ...rest, memberships } });
      else
        await call('PUT /api/users/:id', {
          params: { id: user.id },
          body: { ...rest, memberships, active, ...(password === '' ? {} : { password }) },
        });
      await client.invalidateQueries({ queryKey: ['GET /api/users'] });
      onClose();
    } catch (refusal) {
      setError(refusal);
      setSaving(false);
    }
  };
  const ready =
    values.name.trim() !== '' &&
    (user !== null || (values.username.trim().length >= 3 && values.password.length >= 10));
  return (
    <Modal
      open
      width={620}
      title={t(user === null ? 'addUser' : 'editUser')}
      okText={t('shared:save')}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={saving}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="admin-form" ref={form}>
        {error === null ? null : <ProblemNote error={error} told={toldAtFields} />}
        <label htmlFor="user-username">{t('username')}</label>
        <Input
          id="user-username"
          maxLength={64}
          disabled={user !== null}
          value={values.username}
          onChange={(event) => set({ username: event.target.value })}
          {...faultyInput('user-username', faults.get('username'))}
        />
        <FieldFault id="user-username" fault={faults.get('username')} />
        <label htmlFor="user-name">{t('person')}</label>
        <Input
          id="user-name"
          maxLength={64}
          value={values.name}
          onChange={(event) => set({ name: event.target.value })}
          {...faultyInput('user-name', faults.get('name'))}
        />
        <FieldFault id="user-name" fault={faults.get('name')} />
        <label htmlFor="user-title">{t('duty')}</label>
        <Input
          id="user-title"
          maxLength={64}
          value={values.title}
          onChange={(event) => set({ title: event.target.value })}
          {...faultyInput('user-title', faults.get('title'))}
        />
        <FieldFault id="user-title" fault={faults.get('title')} />
        <label htmlFor="user-org">{t('org')}</label>
        <Select
          id="user-org"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={values.orgId}
          onChange={(orgId: string | null) => set({ orgId: orgId ?? null })}
          options={organisations.map((each) => ({ value: each.id, label: each.name }))}
          {...faultyInput('user-org', faults.get('orgId'))}
        />
        <FieldFault id="user-org" fault={faults.get('orgId')} />
        <Memberships value={values.memberships} faults={faults} onChange={(memberships) => set({ memberships })} />
        <label htmlFor="user-password">{t(user === null ? 'password' : 'newPassword')}</label>
        <Input.Password
          id="user-password"
          autoComplete="new-password"
          maxLength={200}
          value={values.password}
          onChange={(event) => set({ password: event.target.value })}
          {...faultyInput('user-password', faults.get('password'))}
        />
        <FieldFault id="user-password" fault={faults.get('password')} />
        {user === null ? null : (
          <Checkbox checked={values.active} onChange={(event) => set({ active: event.target.checked })}>
            {t('active')}
          </Checkbox>
        )}
      </div>
    </Modal>
  );
};

const Memberships = ({
  value,
  faults,
  onChange,
}: {
  value: readonly Membership[];
  faults: Faults;
  onChange: (value: Membership[]) => void;
}) => {
  const { t } = useTranslation('admin');
  const organisations = useApi('GET /api/organisations', {}).data ?? [];
  const teams = useApi('GET /api/teams', {}).data ?? [];
  const scopes = (role: Role) =>
    (scopeOf[role] === 'team' ? teams : organisations).map((each) => ({ value: each.id, label: each.name }));
  const faultOf = (at: number): string | undefined =>
    faults.get(`memberships.${at}.scopeId`) ?? faults.get(`memberships.${at}.role`);
  const set = (at: number, next: Membership): void =>
    onChange(value.map((each, index) => (index === at ? next : each)));
  return (
    <fieldset className="memberships">
      <legend>{t('roles')}</legend>
      {value.map((membership, index) => (
        <div key={index} className="membership">
          <Select
            aria-label={t('roleWord')}
            value={membership.role}
            onChange={(role) => set(index, { role })}
            options={roles.map((each) => ({ value: each, label: t(`role.${each}`) }))}
          />
          {scopeOf[membership.role] === undefined ? (
            <span />
          ) : (
            <Select
              aria-label={t('scope')}
              placeholder={t('scope')}
              showSearch={{ optionFilterProp: 'label' }}
              value={membership.scopeId ?? null}
              onChange={(scopeId: string) => set(index, { role: membership.role, scopeId })}
              options={scopes(membership.role)}
              {...faultyInput(`membership-${index}`, faultOf(index))}
            />
          )}
          <Button
            type="text"
            aria-label={t('removeRole')}
            icon={<DeleteOutlined />}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          />
          <FieldFault id={`membership-${index}`} fault={faultOf(index)} />
        </div>
      ))}
      <Button
        size="small"
        icon={<PlusOutlined aria-hidden />}
        onClick={() => onChange([...value, { role: 'unitClerk' }])}
      >
        {t('addRole')}
      </Button>
    </fieldset>
  );
};
