// Process models by address: the list, one model, its editor, a comparison, an instance, what is stuck.
import { Route, Routes } from 'react-router';
import { EditPage } from './edit/edit-page.tsx';
import { IncidentsPage } from './instances/incidents-page.tsx';
import { InstancePage } from './instances/instance-page.tsx';
import { ModelListPage } from './list/model-list-page.tsx';
import { ModelPage } from './view/model-page.tsx';
import './modeler.css';

export const ModelPages = () => (
  <Routes>
    <Route index element={<ModelListPage />} />
    <Route path="incidents" element={<IncidentsPage />} />
    <Route path="instances/:key" element={<InstancePage />} />
    <Route path=":id" element={<ModelPage />} />
    <Route path=":id/edit" element={<EditPage />} />
  </Routes>
);
