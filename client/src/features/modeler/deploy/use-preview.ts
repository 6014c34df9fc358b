// What would become of the running cases, asked anew when the drawing or the chosen steps change.
import { useEffect } from 'react';
import type { BodyOf, ResponseOf } from '#contracts/http.ts';
import { useAct } from '../../../shared/query/index.ts';

export type Preview = ResponseOf<'POST /api/models/:id/migration'>;
export type Mapping = NonNullable<BodyOf<'POST /api/models/:id/migration'>['mapping']>;
const pauseMs = 400;

export const usePreview = (id: string, content: string, mapping: Mapping) => {
  const { mutate, data, error } = useAct('POST /api/models/:id/migration');
  useEffect(() => {
    const timer = setTimeout(() => mutate({ params: { id }, body: { content, mapping } }), pauseMs);
    return () => clearTimeout(timer);
  }, [mutate, id, content, mapping]);
  return { preview: data ?? null, error };
};
