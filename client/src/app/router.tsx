// Every page of the office client by address; each loads its own code.
import { createBrowserRouter } from 'react-router';
import type { ComponentType } from 'react';
import type { Me } from '#contracts/session.ts';
import { ErrorPage, NotFoundPage } from './error-page.tsx';
import { Home } from './home.tsx';
import { useMay } from '../shared/session/index.ts';
import { LoadingNote } from '../shared/ui/index.ts';
import { Shell } from './shell/shell.tsx';
import { EscalationAddress, InspectionAddress, IssueAddress } from './thing-page.tsx';

type Page = Promise<Record<string, ComponentType>>;
/** A room that is not this person's looks like one that does not exist. */
const room =
  (load: () => Page, name: string, ...needs: readonly Me['may'][number][]) =>
  async () => {
    const Inside = (await load())[name];
    if (Inside === undefined) throw new Error(`Expected page ${name}`);
    const Component = () => (needs.some(useMay()) ? <Inside /> : <NotFoundPage />);
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
            { path: 'workbench', lazy: room(() => import('../features/workbench/index.ts'), 'WorkbenchPage', 'tasks') },
            { path: 'inbox', lazy: room(() => import('../features/inbox/index.ts'), 'InboxPage', 'tasks') },
            { path: 'ledger', lazy: room(() => import('../features/ledger/index.ts'), 'LedgerPage', 'ledger.view') },
            {
              path: 'campaign',
              lazy: room(() => import('../features/campaigns/index.ts'), 'CampaignPage', 'campaign.view'),
            },
            {
              path: 'campaigns',
              lazy: room(() => import('../features/campaigns/index.ts'), 'CampaignListPage', 'campaign.view'),
            },
            {
              path: 'campaigns/:id',
              lazy: room(() => import('../features/campaigns/index.ts'), 'CampaignDraftPage', 'campaign.view'),
            },
            {
              path: 'institutions',
              lazy: room(() => import('../features/institutions/index.ts'), 'InstitutionListPage', 'institutions.view'),
            },
            {
              path: 'institutions/:id',
              lazy: room(() => import('../features/institutions/index.ts'), 'InstitutionPage', 'institutions.view'),
            },
            {
              path: 'cases/:id',
              lazy: room(() => import('../features/institutions/index.ts'), 'CasePage', 'campaign.view'),
            },
            {
              path: 'inspections',
              lazy: room(() => import('../features/inspections/index.ts'), 'InspectionsPage', 'inspections.view'),
            },
            {
              path: 'escalations',
              lazy: room(() => import('../features/escalations/index.ts'), 'EscalationsPage', 'escalations.view'),
            },
            { path: 'issues/:id', element: <IssueAddress /> },
            { path: 'inspections/:id', element: <InspectionAddress /> },
            { path: 'escalations/:id', element: <EscalationAddress /> },
            { path: 'models/*', lazy: room(() => import('../features/modeler/index.ts'), 'ModelPages', 'models.view') },
            {
              path: 'admin/*',
              lazy: room(
                () => import('../features/admin/index.ts'),
                'AdminPage',
                'admin.users',
                'teams.edit',
                'audit.view',
              ),
            },
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ],
    },
  ]);
