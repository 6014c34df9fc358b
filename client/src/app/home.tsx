// Sends a person to the first page of their own.
import { Navigate } from 'react-router';
import { useMay } from '../shared/session/index.ts';

export const Home = () => {
  const may = useMay();
  const first = may('tasks')
    ? '/workbench'
    : may('campaign.view')
      ? '/campaign'
      : may('models.view')
        ? '/models'
        : '/admin';
  return <Navigate to={first} replace />;
};
