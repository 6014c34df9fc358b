// Changes between Chinese and English before anyone has signed in.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { switchLanguage } from '../../shared/i18n/index.ts';

export const LanguageSwitch = () => {
  const { t, i18n } = useTranslation('shell');
  return (
    <Button type="link" size="small" onClick={() => switchLanguage(i18n.language === 'en' ? 'zh-CN' : 'en')}>
      {t('language.other')}
    </Button>
  );
};
