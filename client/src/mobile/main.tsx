// Starts the phone entry.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './look/index.ts';
import { App } from './app.tsx';
import { installWorker } from './offline/index.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('Expected the page to have a root element');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
installWorker();
