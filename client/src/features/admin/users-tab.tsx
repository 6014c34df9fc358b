// Users with their roles; a role counts only within its scope.
import { PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '#contracts/http.ts';
import { useApi } from '../../shared/query/index.ts';
import { shortTime } from '../../shared/time/index.ts';
import { Loaded } from '../../shared/ui/index.ts';
import { EditUser } from './edit-user.tsx';

type User = ResponseOf<'GET /api/users'>[number];

export const UsersTab = () => {
  const { t } = useTranslation('admin');
  const read = useApi('GET /api/users', {});
  const [words, setWords] = useState('');
  const [editing, setEditing] = useState<User | 'new' | null>(null);
  const fits = (user: User): boolean =>
    words === '' || [user.name, user.username, user.orgName].some((text) => text.includes(words));
  return (
    <>
      <div className="admin-bar">
        <Input.Search
          className="admin-search"
          allowClear
          aria-label={t('searchUser')}
          placeholder={t('searchUser')}
          value={words}
          onChange={(event) => setWords(event.target.value.trim())}
        />
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEditing('new')}>
          {t('addUser')}
        </Button>
      </div>
      <Loaded read={read}>
        {(users) => (
          <div className="card scroll-x">
            <table className="plain-table wide-table">
              <thead>
                <tr>
                  {['person', 'username', 'org', 'roles', 'lastSeen', 'state'].map((name) => (
                    <th key={name} scope="col">
                      {t(name)}
                    </th>
                  ))}
                  <th scope="col">
                    <span className="visually-hidden">{t('edit')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {users.filter(fits).map((user) => (
                  <tr key={user.id}>
                    <th scope="row">
                      {user.name} {user.title === user.name ? null : <span className="small quiet">{user.title}</span>}
                    </th>
                    <td>{user.username}</td>
                    <td>{user.orgName || '—'}</td>
                    <td>
                      {user.memberships
                        .map((each) => [t(`role.${each.role}`), each.scopeName].filter(Boolean).join(' · '))
                        .join('；')}
                    </td>
                    <td className="support">{user.lastSeenAt === null ? '—' : shortTime(user.lastSeenAt)}</td>
                    <td className={user.active ? '' : 'quiet'}>{t(user.active ? 'active' : 'inactive')}</td>
                    <td className="num">
                      <Button
                        size="small"
                        type="link"
                        aria-label={`${t('edit')} ${user.name}`}
                        onClick={() => setEditing(user)}
                      >
                        {t('edit')}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
      {editing === null ? null : (
        <EditUser user={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </>
  );
};
