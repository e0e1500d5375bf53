import './lib/zodWithoutEval';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { Program } from './app/program';
import './styles/base.css';
import './styles/shell.css';
import './styles/lists.css';
import './styles/pages.css';
import './styles/print.css';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Program basename="/admin" />
    </StrictMode>,
  );
}
