// What is not yet on the server is kept on this machine too: a crash, a lost line or a closed window loses nothing.
export type LocalCopy = { readonly content: string; readonly at: string; readonly draftVersion: number };

const keyOf = (userId: string, modelId: string): string => `model-draft:${userId}:${modelId}`;

export const keepCopy = (userId: string, modelId: string, copy: LocalCopy): void => {
  try {
    localStorage.setItem(keyOf(userId, modelId), JSON.stringify(copy));
  } catch {
    // a full or forbidden storage leaves the server's draft
  }
};
export const dropCopy = (userId: string, modelId: string): void => localStorage.removeItem(keyOf(userId, modelId));

export const readCopy = (userId: string, modelId: string): LocalCopy | null => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(userId, modelId)) ?? 'null');
    return typeof value === 'object' && value !== null && 'content' in value && 'at' in value
      ? (value as LocalCopy)
      : null;
  } catch {
    return null;
  }
};
