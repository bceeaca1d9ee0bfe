/**
 * Makes the README's picture, `apps/demo/demo-and-console.png`: the demo shop and the console side by side, in the
 * middle of a conversation that really takes place. Run it after `npm run build`: node scripts/picture.mjs
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { findChromium } from './chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const port = 9188;
const url = `http://localhost:${port}`;
const password = 'for-the-picture';
const data = await mkdtemp(join(tmpdir(), 'baton-picture-'));
const server = spawn(process.execPath, ['apps/demo/dist/server.js'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PORT: String(port), BATON_DATA: data, BATON_DEMO_PASSWORD: password },
});
const browser = await chromium.launch({
  executablePath: findChromium(chromium.executablePath()),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  await untilUp();
  const size = { width: 1180, height: 820 };
  const visitor = await (await browser.newContext({ viewport: size, deviceScaleFactor: 2 })).newPage();
  const agent = await (await browser.newContext({ viewport: size, deviceScaleFactor: 2 })).newPage();

  await visitor.goto(url);
  await visitor.getByRole('button', { name: 'Open chat', exact: true }).click();
  const message = visitor.getByRole('textbox', { name: 'Message', exact: true });
  /** @param {string} text */
  const say = async (text) => {
    await message.fill(text);
    await message.press('Enter');
  };
  const rows = visitor.getByRole('log').locator('[data-message-id][data-seq]:not([data-seq=""])');
  await rows.first().waitFor();
  await say('How long do I have to return a bag?');
  await rows.nth(2).waitFor();
  await say('Mine is engraved. Can I talk to a human about it?');

  await agent.goto(`${url}/console`);
  await agent.getByRole('textbox', { name: 'Email', exact: true }).fill('ada@demo.example');
  await agent.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
  await agent.getByRole('button', { name: 'Sign in', exact: true }).click();
  await agent.getByRole('tabpanel').getByRole('listitem').first().click();
  await agent.getByRole('button', { name: 'Claim', exact: true }).click();
  const reply = agent.getByRole('textbox', { name: 'Reply', exact: true });
  await reply.fill('Hi, Ada here. Yes: if the engraving is ours and wrong, we take it back.');
  await reply.press('Enter');
  await visitor.getByText('Ada joined').waitFor();
  await say('It says “Liza” where I wrote “Lisa”.');
  await agent.getByText('where I wrote').first().waitFor();
  await agent.getByRole('tab', { name: /^Active/ }).click();
  await visitor.getByText('Seen').first().waitFor();

  const [left, right] = await Promise.all([visitor.screenshot(), agent.screenshot()]);
  const both = await (
    await browser.newContext({ viewport: { width: 2 * size.width + 96, height: size.height + 64 } })
  ).newPage();
  await both.setContent(`<style>
    body { margin: 0; padding: 32px; display: flex; gap: 32px; background: #e9ebf2 }
    img { width: ${size.width}px; border-radius: 14px; box-shadow: 0 12px 40px #1622  }
  </style>${[left, right].map((shot) => `<img src="data:image/png;base64,${shot.toString('base64')}">`).join('')}`);
  await both.screenshot({ path: join(root, 'apps/demo/demo-and-console.png') });
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  await rm(data, { recursive: true, force: true });
}

async function untilUp() {
  for (;;) {
    const status = await fetch(`${url}/health`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
