// What stands around every page: theme, language, query cache, sign-in.
import { QueryClientProvider } from '@tanstack/react-query';
import { App as Messages, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeQueryClient } from '../shared/query/index.ts';
import { LoadingNote, theme } from '../shared/ui/index.ts';
import { Entrance } from './sign-in/entrance.tsx';

const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

export const App = () => {
  const { i18n } = useTranslation('shared');
  const [client] = useState(makeQueryClient);
  return (
    <ConfigProvider
      locale={i18n.language === 'en' ? enUS : zhCN}
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
