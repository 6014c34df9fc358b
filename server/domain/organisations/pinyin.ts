// Pinyin keys: full spelling and initials, so that a name is found by `wst` as well as by its characters.
import { pinyin } from 'pinyin-pro';

export const pinyinKey = (text: string): string => {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).map((part) =>
    part.toLowerCase().replace(/\s+/g, ''),
  );
  return `${syllables.join('')} ${syllables.map((part) => part.slice(0, 1)).join('')}`;
};

export const matchesName = (name: string, key: string, question: string): boolean => {
  const asked = question.trim().toLowerCase();
  return (
    asked === '' || name.includes(asked) || key.split(' ').some((part) => part.includes(asked.replace(/\s+/g, '')))
  );
};
