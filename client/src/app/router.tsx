// Every page of the office client by address; each loads its own code.
import { createBrowserRouter } from 'react-router';
import type { ComponentType } from 'react';
import { ErrorPage, NotFoundPage } from './error-page.tsx';
import { Home } from './home.tsx';
import { Shell } from './shell/shell.tsx';

type Page = Promise<Record<string, ComponentType>>;
const lazy = (load: () => Page, name: string) => async () => {
  const Component = (await load())[name];
  if (Component === undefined) throw new Error(`Expected page ${name}`);
  return { Component };
};
// Process models are a room of their own; without it the address says so.
const modelPages = import.meta.glob<{ ModelPages: ComponentType }>('../features/modeler/index.tsx');
const models = async () => {
  const load = Object.values(modelPages)[0];
  return { Component: load === undefined ? NotFoundPage : (await load()).ModelPages };
};

export const makeRouter = () =>
  createBrowserRouter([
    {
      element: <Shell />,
      errorElement: <ErrorPage />,
      children: [
        { index: true, element: <Home /> },
        {
          errorElement: <ErrorPage />,
          children: [
            { path: 'inbox', lazy: lazy(() => import('../features/inbox/index.ts'), 'InboxPage') },
            { path: 'models/*', lazy: models },
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ],
    },
  ]);
