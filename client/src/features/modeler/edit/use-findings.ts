// Judges the text with the server's own guard rails, while it is being written.
import { useEffect, useState } from 'react';
import { lintModel } from '../../../../../processes/lint/index.ts';
import type { ModelDetail } from '../view/model-aside.tsx';
import type { Finding } from './editor-handle.ts';

export const useFindings = (text: string, surroundings: ModelDetail['surroundings']): readonly Finding[] => {
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  useEffect(() => {
    let alive = true;
    void lintModel(text, surroundings).then((found) => {
      if (alive) setFindings(found);
    });
    return () => {
      alive = false;
    };
  }, [text, surroundings]);
  return findings;
};
