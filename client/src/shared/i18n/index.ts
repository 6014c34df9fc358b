// The door to languages.
export { languages, startI18n, switchLanguage } from './start-i18n.ts';
export type { Language } from './start-i18n.ts';
export { useProblemText, useText } from './use-text.ts';
export { useFormWords } from './use-form-words.ts';
export { useLadderWords } from './use-ladder-words.ts';
export { useWorkWords } from './use-work-words.ts';
