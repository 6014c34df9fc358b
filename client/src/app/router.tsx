// Every page of the office client by address; each loads its own code.
import { createBrowserRouter } from 'react-router';
import type { ComponentType } from 'react';
import { ErrorPage, NotFoundPage } from './error-page.tsx';
import { Home } from './home.tsx';
import { LoadingNote } from '../shared/ui/index.ts';
import { Shell } from './shell/shell.tsx';
import { EscalationAddress, InspectionAddress, IssueAddress } from './thing-page.tsx';

type Page = Promise<Record<string, ComponentType>>;
const lazy = (load: () => Page, name: string) => async () => {
  const Component = (await load())[name];
  if (Component === undefined) throw new Error(`Expected page ${name}`);
  return { Component };
};
export const makeRouter = () =>
  createBrowserRouter([
    {
      element: <Shell />,
      errorElement: <ErrorPage />,
      hydrateFallbackElement: <LoadingNote />,
      children: [
        { index: true, element: <Home /> },
        {
          errorElement: <ErrorPage />,
          children: [
            { path: 'workbench', lazy: lazy(() => import('../features/workbench/index.ts'), 'WorkbenchPage') },
            { path: 'inbox', lazy: lazy(() => import('../features/inbox/index.ts'), 'InboxPage') },
            { path: 'ledger', lazy: lazy(() => import('../features/ledger/index.ts'), 'LedgerPage') },
            { path: 'campaign', lazy: lazy(() => import('../features/campaigns/index.ts'), 'CampaignPage') },
            { path: 'campaigns', lazy: lazy(() => import('../features/campaigns/index.ts'), 'CampaignListPage') },
            { path: 'campaigns/:id', lazy: lazy(() => import('../features/campaigns/index.ts'), 'CampaignDraftPage') },
            {
              path: 'institutions',
              lazy: lazy(() => import('../features/institutions/index.ts'), 'InstitutionListPage'),
            },
            {
              path: 'institutions/:id',
              lazy: lazy(() => import('../features/institutions/index.ts'), 'InstitutionPage'),
            },
            { path: 'cases/:id', lazy: lazy(() => import('../features/institutions/index.ts'), 'CasePage') },
            { path: 'inspections', lazy: lazy(() => import('../features/inspections/index.ts'), 'InspectionsPage') },
            { path: 'escalations', lazy: lazy(() => import('../features/escalations/index.ts'), 'EscalationsPage') },
            { path: 'issues/:id', element: <IssueAddress /> },
            { path: 'inspections/:id', element: <InspectionAddress /> },
            { path: 'escalations/:id', element: <EscalationAddress /> },
            { path: 'models/*', lazy: lazy(() => import('../features/modeler/index.ts'), 'ModelPages') },
            { path: 'admin/*', lazy: lazy(() => import('../features/admin/index.ts'), 'AdminPage') },
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ],
    },
  ]);
