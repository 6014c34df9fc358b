// Compares two texts of a model away from rendering; null while it is not known yet.
import { useEffect, useState } from 'react';
import { compareModels, type Comparison } from './compare-models.ts';

export const useComparison = (before: string, after: string): { found: Comparison | null; error: string | null } => {
  const [state, setState] = useState<{ found: Comparison | null; error: string | null }>({ found: null, error: null });
  useEffect(() => {
    let alive = true;
    compareModels(before, after).then(
      (found) => {
        if (alive) setState({ found, error: null });
      },
      (error: unknown) => {
        if (alive) setState({ found: null, error: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      alive = false;
    };
  }, [before, after]);
  return state;
};
