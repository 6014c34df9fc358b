// Who is signed in, the language, the way out.
import { UserOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { switchLanguage } from '../../shared/i18n/index.ts';
import { useSession } from '../../shared/session/index.ts';

export const AccountMenu = () => {
  const { t, i18n } = useTranslation('shell');
  const { me, signOut } = useSession();
  const choices = (
    <div className="menu-list">
      <span className="small quiet">{[me.orgName, me.title].filter(Boolean).join(' · ') || me.username}</span>
      <button type="button" onClick={() => switchLanguage(i18n.language === 'en' ? 'zh-CN' : 'en')}>
        {t('language.other')}
      </button>
      <button type="button" onClick={() => location.assign('/m')}>
        {t('toPhone')}
      </button>
      <button type="button" onClick={signOut}>
        {t('signOut')}
      </button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={choices}>
      <Button type="text" icon={<UserOutlined aria-hidden />} className="account" aria-label={me.name}>
        <span className="clip">{me.name}</span>
      </Button>
    </Popover>
  );
};
