import { spawn } from 'node:child_process';
import { setup } from './setup.mjs';
import { stopWithParent } from './stop-with-parent.mjs';

const parentWatch = stopWithParent();
setup();
const { buildOrExit } = await import('./build.mjs');
await buildOrExit();
const [first, ...others] = process.argv.slice(2);
// `npm run storybook build` writes storybook-static, which the demo serves at /storybook.
const command = first === 'build' ? ['build', ...others] : ['dev', '-p', '6006', '--no-open'];
const options = first === undefined || first === 'build' ? [] : [first, ...others];
const storybook = spawn(
  process.execPath,
  ['node_modules/storybook/dist/bin/dispatcher.js', ...command, ...options],
  { stdio: 'inherit', env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' } },
);
parentWatch.hasSignalHandlers();
process.on('SIGINT', () => {});
process.on('SIGTERM', () => storybook.kill('SIGTERM'));
storybook.on('close', (code) => process.exit(code ?? 0));
