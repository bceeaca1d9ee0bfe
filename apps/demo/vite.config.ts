import { defineConfig } from 'vite';

/**
 * The demo's server with all that it imports in a few files: to find and read some 900 modules one by one takes Node
 * longer than all else that it does before its first answer. What is loaded late stays in files of its own.
 */
export default defineConfig({
  ssr: {
    noExternal: true,
    // The first is no JavaScript, the second asks for drivers that nobody has installed.
    external: ['libsql', 'pg'],
  },
  build: {
    ssr: 'src/server.ts',
    outDir: 'dist',
    emptyOutDir: false,
    copyPublicDir: false,
    sourcemap: true,
    rolldownOptions: {
      output: { entryFileNames: 'demo.js', chunkFileNames: 'demo/[name].js' },
    },
  },
});
