import './lib/zodWithoutEval';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { Program } from './app/program';
import './styles/base.css';
import './styles/shell.css';
import './styles/lists.css';
import './styles/pages.css';
import './styles/forms.css';
import './styles/jobs.css';
import './styles/signIn.css';
import './styles/home.css';
import './styles/devices.css';
import './styles/posters.css';
import './styles/flow.css';
import './styles/wall.css';
import './styles/kiosk.css';
import './styles/risk.css';
import './styles/counter.css';
import './styles/print.css';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Program basename="/admin" />
    </StrictMode>,
  );
}
