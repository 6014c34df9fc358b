// The signed-in person, for every page below the shell.
import { createContext, useContext } from 'react';
import type { Me } from '#contracts/session.ts';

export const Person = createContext<Me | null>(null);

export const usePerson = (): Me => {
  const me = useContext(Person);
  if (me === null) throw new Error('Expected a signed-in person, but the page stands outside the shell');
  return me;
};

/** People of a supervision team go out and check; everyone else answers. */
export const isInspector = (me: Me): boolean =>
  me.memberships.some((member) => member.role === 'teamLeader' || member.role === 'teamMember');
