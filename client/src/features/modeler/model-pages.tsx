// Process models by address: the list, one model, its editor, a comparison, an instance, what is stuck.
import { Route, Routes } from 'react-router';
import { useMay } from '../../shared/session/index.ts';
import { EditPage } from './edit/edit-page.tsx';
import { IncidentsPage } from './instances/incidents-page.tsx';
import { InstancePage } from './instances/instance-page.tsx';
import { ModelListPage } from './list/model-list-page.tsx';
import { ModelPage } from './view/model-page.tsx';
import './modeler.css';

export const ModelPages = () => {
  const may = useMay();
  return (
    <Routes>
      <Route index element={<ModelListPage />} />
      {may('models.edit') ? <Route path="incidents" element={<IncidentsPage />} /> : null}
      <Route path="instances/:key" element={<InstancePage />} />
      <Route path=":id" element={<ModelPage />} />
      <Route path=":id/edit" element={<EditPage />} />
    </Routes>
  );
};
