import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env.ANXING_API ?? 'http://127.0.0.1:8080';

/** Files that hardly ever change stay in the browser's cache over releases. */
const lasting = [
  { name: 'zod', test: /node_modules\/zod\/|zodWithoutEval/ },
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack)\// },
];

export default defineConfig({
  base: '/admin/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { output: { codeSplitting: { groups: lasting } } },
  },
  // The Host stays the page's own, so that the API takes the page for one of its own.
  server: { proxy: { '^/(api|p)/': { target: api, changeOrigin: false } } },
});
