// Puts ready sentences into a text a person also writes in, and takes them out again.
export const withSentence = (text: string, sentence: string): string => {
  const before = text.trimEnd();
  if (before === '') return sentence;
  const closed = /[。！？；.!?;]$/.test(before) ? before : `${before}。`;
  return closed + sentence;
};

export const withoutSentence = (text: string, sentence: string): string =>
  text
    .replace(sentence, '')
    .replace(/。{2,}/g, '。')
    .replace(/^。+/, '')
    .trim();
