// Who is signed in, the language, the way out.
import { UserOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { switchLanguage } from '../../shared/i18n/index.ts';
import { useSession } from '../../shared/session/index.ts';

export const AccountMenu = () => {
  const { t, i18n } = useTranslation('shell');
  const { me, signOut } = useSession();
  const items = [
    { key: 'who', label: [me.orgName, me.title].filter(Boolean).join(' · ') || me.username, disabled: true },
    {
      key: 'language',
      label: t('language.other'),
      onClick: () => switchLanguage(i18n.language === 'en' ? 'zh-CN' : 'en'),
    },
    { key: 'phone', label: t('toPhone'), onClick: () => location.assign('/m') },
    { key: 'out', label: t('signOut'), onClick: signOut },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text" icon={<UserOutlined aria-hidden />} className="account" aria-label={me.name}>
        <span className="clip">{me.name}</span>
      </Button>
    </Dropdown>
  );
};
