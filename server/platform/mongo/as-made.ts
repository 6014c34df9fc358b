// Documents of our own making go to the store as they are: casting and hydrating them again costs more than writing them.
export const asMade = { lean: true, ignoreUndefined: true } as const;
