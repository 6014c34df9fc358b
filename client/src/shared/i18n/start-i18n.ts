// Sets up the two languages; Chinese is the source and the fallback.
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { catalogueBackend } from './load-catalogue.ts';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];
const storageKey = 'language';

const remembered = (): Language => (localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh-CN');

export const startI18n = async (): Promise<void> => {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(catalogueBackend)
    .use(initReactI18next)
    .init({
      lng: remembered(),
      fallbackLng: 'zh-CN',
      // parts that stand inside other rooms come first: a page must not vanish while their words load
      ns: ['shared', 'shell', 'case', 'paper', 'work'],
      defaultNS: 'shared',
      interpolation: { escapeValue: false },
    });
};

export const switchLanguage = (language: Language): void => {
  localStorage.setItem(storageKey, language);
  void i18next.changeLanguage(language);
};
