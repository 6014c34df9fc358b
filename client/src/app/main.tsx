// Starts the office client.
import { createRoot } from 'react-dom/client';
import { startI18n } from '../shared/i18n/index.ts';
import { App } from './app.tsx';
import '../shared/ui/tokens.css';
import '../shared/ui/ui.css';

const root = document.getElementById('root');
if (root === null) throw new Error('Expected #root in the page');
await startI18n();
createRoot(root).render(<App />);
