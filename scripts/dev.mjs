import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { createInterface } from 'node:readline';
import { setup } from './setup.mjs';
import { stopWithParent } from './stop-with-parent.mjs';

const parentWatch = stopWithParent();
setup();
const { buildOrExit, bundles, copyStyles } = await import('./build.mjs');
await buildOrExit();

const vite = '../../node_modules/vite/bin/vite.js';
/** @type {Map<string, import('node:child_process').ChildProcess>} */
const children = new Map();
let isEnding = false;

follow('types', ['node_modules/typescript/bin/tsc', '-b', '--watch', '--preserveWatchOutput']);
for (const { folder } of bundles) {
  const name = folder.split('/').at(-1) ?? folder;
  follow(name, [vite, 'build', '--watch', '--logLevel', 'warn'], folder);
}
follow('relay', ['--watch', '--watch-preserve-output', '--enable-source-maps', 'apps/demo/dist/server.js']);
const styles = watch('packages/react/src', { recursive: true }, (_event, file) => {
  if (file?.endsWith('.css')) copyStyles();
});
console.log('Watching: save a file, and reload the page. Ctrl-C ends all.');

parentWatch.hasSignalHandlers();
process.on('SIGINT', end);
process.on('SIGTERM', end);

/**
 * Runs a watching tool, its lines marked by its name. One that ends by itself ends all, since half a watch misleads.
 *
 * @param {string} name
 * @param {string[]} args
 * @param {string} [folder]
 */
function follow(name, args, folder) {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that a Ctrl-C reaches it once, by us, and what it started ends with it.
    detached: process.platform !== 'win32',
  });
  children.set(name, child);
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => console.log(`${name.padEnd(7)} | ${line}`));
  }
  child.on('close', (code) => {
    children.delete(name);
    if (!isEnding) {
      console.error(`${name} ended by itself (code ${code}), so the others are ended too.`);
      process.exitCode = 1;
    }
    end();
  });
}

function end() {
  if (isEnding) return;
  isEnding = true;
  styles.close();
  for (const [name, child] of children) {
    // Node's own watcher passes the signal on to the relay, which must get it once.
    if (name === 'relay' || process.platform === 'win32') child.kill('SIGTERM');
    else if (child.pid) process.kill(-child.pid, 'SIGTERM');
  }
}
