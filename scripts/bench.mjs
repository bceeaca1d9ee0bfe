import { spawnSync } from 'node:child_process';
import { setup } from './setup.mjs';

/** Every bench by the name one gives on the command line: `npm run bench -- bot`. */
const benches = { bot: 'apps/lab/dist/bot-eval/run.js' };

setup();
const { buildOrExit } = await import('./build.mjs');
const names = process.argv.slice(2).length > 0 ? process.argv.slice(2) : Object.keys(benches);
const unknown = names.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}
await buildOrExit();
const chosen = Object.entries(benches).filter(([name]) => names.includes(name));
for (const [name, file] of chosen) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(process.execPath, ['--enable-source-maps', file], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
