// What stands around every page: theme, language, query cache, sign-in.
import { QueryClientProvider } from '@tanstack/react-query';
import { App as Messages, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeQueryClient } from '../shared/query/index.ts';
import { LoadingNote, theme } from '../shared/ui/index.ts';
import { Entrance } from './sign-in/entrance.tsx';

type AntdLocale = typeof zhCN;
/** English words of antd come only to those who read English. */
const useAntdLocale = (language: string): AntdLocale => {
  const [english, setEnglish] = useState<AntdLocale | null>(null);
  useEffect(() => {
    if (language === 'en') void import('antd/locale/en_US').then((file) => setEnglish(file.default));
  }, [language]);
  return language === 'en' && english !== null ? english : zhCN;
};

const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

export const App = () => {
  const { i18n } = useTranslation('shared');
  const [client] = useState(makeQueryClient);
  return (
    <ConfigProvider
      locale={useAntdLocale(i18n.language)}
      button={{ autoInsertSpace: false }}
      theme={{ ...theme, token: { ...theme.token, motion: !still } }}
    >
      <Messages style={{ height: '100%' }}>
        <QueryClientProvider client={client}>
          <Suspense fallback={<LoadingNote />}>
            <Entrance />
          </Suspense>
        </QueryClientProvider>
      </Messages>
    </ConfigProvider>
  );
};
