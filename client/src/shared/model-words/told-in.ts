// A name written by a shipped model in Chinese, in the reader's language; a name the county gave stays as it is.
export type Names = Readonly<Record<string, string>>;

export const toldIn = (said: string, chinese: Names, spoken: Names): string => {
  const key = Object.keys(chinese).find((each) => chinese[each] === said);
  return (key === undefined ? undefined : spoken[key]) ?? said;
};
