import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/console/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // The first that know light-dark(): lowered, the browser would choose before `data-theme` could.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
});
