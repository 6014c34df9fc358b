// Supervision teams: who leads, who belongs, which units they supervise.
import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Modal, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '#contracts/http.ts';
import { call } from '../../shared/api/index.ts';
import { useApi } from '../../shared/query/index.ts';
import { Loaded, ProblemNote } from '../../shared/ui/index.ts';

type Team = ResponseOf<'GET /api/teams'>[number];

export const TeamsTab = ({ mayEdit }: { mayEdit: boolean }) => {
  const { t } = useTranslation('admin');
  const read = useApi('GET /api/teams', {});
  const organisations = useApi('GET /api/organisations', {}).data ?? [];
  const [editing, setEditing] = useState<Team | 'new' | null>(null);
  const person = (team: Team, id: string): string => team.people.find((each) => each.id === id)?.name ?? id;
  const unit = (id: string): string => organisations.find((each) => each.id === id)?.name ?? id;
  return (
    <>
      {mayEdit ? (
        <div className="admin-bar">
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEditing('new')}>
            {t('addTeam')}
          </Button>
        </div>
      ) : (
        <p className="small support">{t('teamsByOffice')}</p>
      )}
      <Loaded read={read}>
        {(teams) => (
          <div className="card scroll-x" tabIndex={0} role="region" aria-label={t('teams')}>
            <table className="plain-table wide-table">
              <thead>
                <tr>
                  {['team', 'leader', 'members', 'unitsOf', 'state'].map((name) => (
                    <th key={name} scope="col">
                      {t(name)}
                    </th>
                  ))}
                  {mayEdit ? (
                    <th scope="col">
                      <span className="visually-hidden">{t('edit')}</span>
                    </th>
                  ) : null}
                </tr>
              </thead>
              <tbody>
                {teams.map((team) => (
                  <tr key={team.id}>
                    <th scope="row">{team.name}</th>
                    <td>{team.headId === null ? '—' : person(team, team.headId)}</td>
                    <td>{team.memberIds.map((id) => person(team, id)).join('、')}</td>
                    <td>{team.unitIds.map(unit).join('、')}</td>
                    <td className={team.active ? '' : 'quiet'}>{t(team.active ? 'active' : 'inactive')}</td>
                    {mayEdit ? (
                      <td className="num">
                        <Button
                          size="small"
                          type="link"
                          aria-label={`${t('edit')} ${team.name}`}
                          onClick={() => setEditing(team)}
                        >
                          {t('edit')}
                        </Button>
                      </td>
                    ) : null}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
      {editing === null ? null : (
        <EditTeam team={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </>
  );
};

const EditTeam = ({ team, onClose }: { team: Team | null; onClose: () => void }) => {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const everyone = useApi('GET /api/people', {}).data ?? [];
  const organisations = useApi('GET /api/organisations', {}).data ?? [];
  const [values, setValues] = useState({
    name: team?.name ?? '',
    headId: team?.headId ?? null,
    memberIds: team?.memberIds ?? [],
    unitIds: team?.unitIds ?? [],
    active: team?.active ?? true,
  });
  const [error, setError] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const set = (part: Partial<typeof values>): void => setValues({ ...values, ...part });
  const people = everyone.map((each) => ({
    value: each.id,
    label: [each.name, each.orgName].filter(Boolean).join(' · '),
  }));
  const units = organisations
    .filter((each) => each.active && /Hospital|Centre/.test(each.type))
    .map((each) => ({ value: each.id, label: each.name }));
  const save = async (): Promise<void> => {
    setSaving(true);
    setError(null);
    try {
      const { active, ...rest } = values;
      if (team === null) await call('POST /api/teams', { body: rest });
      else await call('PUT /api/teams/:id', { params: { id: team.id }, body: { ...rest, active } });
      await client.invalidateQueries({ queryKey: ['GET /api/teams'] });
      onClose();
    } catch (refusal) {
      setError(refusal);
      setSaving(false);
    }
  };
  return (
    <Modal
      open
      title={t(team === null ? 'addTeam' : 'editTeam')}
      okText={t('shared:save')}
      okButtonProps={{ disabled: values.name.trim().length < 2 }}
      confirmLoading={saving}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="admin-form">
        {error === null ? null : <ProblemNote error={error} />}
        <label htmlFor="team-name">{t('team')}</label>
        <Input
          id="team-name"
          maxLength={40}
          value={values.name}
          onChange={(event) => set({ name: event.target.value })}
        />
        <label htmlFor="team-head">{t('leader')}</label>
        <Select
          id="team-head"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={values.headId}
          onChange={(headId: string | null) => set({ headId: headId ?? null })}
          options={people}
        />
        <label htmlFor="team-members">{t('members')}</label>
        <Select
          id="team-members"
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={values.memberIds}
          onChange={(memberIds) => set({ memberIds })}
          options={people}
        />
        <label htmlFor="team-units">{t('unitsOf')}</label>
        <Select
          id="team-units"
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={values.unitIds}
          onChange={(unitIds) => set({ unitIds })}
          options={units}
        />
        {team === null ? null : (
          <Checkbox checked={values.active} onChange={(event) => set({ active: event.target.checked })}>
            {t('active')}
          </Checkbox>
        )}
      </div>
    </Modal>
  );
};
