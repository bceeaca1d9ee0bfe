/** The handoff loop, whole, on the built product: the job that everything else is for. */
import { expect, test } from '@playwright/test';
import { type Agent, rowsOf, signIn, type Visitor, visit } from './people.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
test.beforeAll(async () => {
  product = await startProduct();
});
test.afterAll(async () => product?.remove());

test('a visitor passes from the bot to Ada and back, and nothing is lost, doubled or shuffled', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const visitor = await visit(browser, product);
  const ada = await signIn(browser, product, 'ada@demo.example');
  const ben = await signIn(browser, product, 'ben@demo.example');

  await test.step('1. the launcher opens by click and by keyboard; focus follows', () =>
    opensAndCloses(visitor));

  await test.step('2. a question is answered from the knowledge base, streamed, with typing shown', async () => {
    const beginnings = watchTexts(visitor);
    await visitor.say('How long do I have to return a bag?');
    await expect(visitor.panel.getByText('Fern is typing')).toBeVisible();
    const answer = visitor.log.locator('[data-author=bot]').last();
    await expect(answer).toContainText('30 days');
    await expect(answer.getByRole('link')).toHaveAttribute('href', /\/help\/returns/);
    const lengths = await (await beginnings).stop();
    expect(lengths.length, 'the answer grew in several steps').toBeGreaterThan(3);
  });

  await test.step('3. "talk to a human" connects at once and is pending within a second', async () => {
    visitor.wire.hold();
    await visitor.say('talk to a human');
    await expect(visitor.log.getByText('Connecting you with a human...')).toBeVisible({ timeout: 500 });
    visitor.wire.release();
    const item = ada.items().first();
    await expect(item).toBeVisible({ timeout: 1000 });
    await expect(ada.tab('Pending')).toContainText('1');
    await item.click();
    await expect(ada.log.getByText('How long do I have to return a bag?')).toBeVisible();
    await expect(
      ada.page.getByText(/How long do I have to return a bag\? › talk to a human/).first(),
    ).toBeVisible();
    await expect(visitor.log.getByText('Connecting you with a human...')).toHaveCount(1);
    await expect(ada.log.locator('[data-author=bot]').last()).toContainText('30 days');
  });

  await test.step('4. Ada claims; the visitor sees who joined; Ben is told that she has it', async () => {
    await ben.items().first().click();
    const claimOfBen = ben.page.getByRole('button', { name: 'Claim', exact: true });
    await expect(claimOfBen).toBeEnabled();
    ben.wire.hold();
    await ada.page.getByRole('button', { name: 'Claim', exact: true }).click();
    await expect(visitor.log.getByText('Ada joined')).toBeVisible();
    await claimOfBen.click();
    ben.wire.release();
    await expect(ben.page.getByRole('alert')).toContainText('Ada');
    await ada.say('Hello, Ada here.');
    const fromAda = visitor.log.locator('[data-author=agent]').last();
    await expect(fromAda).toContainText('Hello, Ada here.');
    await expect(fromAda).toContainText('Ada');
    await expect(visitor.log.locator('[data-author=bot]').first()).not.toContainText('Ada');
  });

  const botMessages = await visitor.log.locator('[data-author=bot]').count();
  await test.step('5. twenty interleaved messages stand in the same order on both sides', async () => {
    await visitor.composer.pressSequentially('Hm');
    await expect(ada.page.getByText(/is typing/)).toBeVisible();
    await ada.reply.pressSequentially('Let me');
    await expect(visitor.panel.getByText('Ada is typing')).toBeVisible();
    for (let n = 1; n <= 10; n += 1)
      await Promise.all([visitor.say(`visitor says ${n}`), ada.say(`ada says ${n}`)]);
    await expect(visitor.log.getByText('ada says 10')).toBeVisible();
    await expect(ada.log.getByText('visitor says 10')).toBeVisible();
    await expectTheSame(visitor, ada);
  });

  await test.step('6. a reload and a killed relay lose nothing and double nothing', async () => {
    await visitor.page.reload();
    await expect(visitor.panel, 'a panel that was open is open again').toBeVisible();
    await expect(visitor.log.getByText('ada says 10')).toBeVisible();
    await product.kill();
    await visitor.composer.fill('said while the relay was dead');
    await visitor.composer.press('Enter');
    await ada.reply.fill('Ada, too');
    await ada.reply.press('Enter');
    await expect(visitor.log.getByText('said while the relay was dead')).toBeVisible();
    await product.start();
    await expect(ada.log.getByText('said while the relay was dead')).toBeVisible({ timeout: 30_000 });
    await expect(visitor.log.getByText('Ada, too')).toBeVisible({ timeout: 30_000 });
    await visitor.say('still there?');
    await ada.say('still Ada');
    await expect(visitor.log.locator('[data-author=agent]').last()).toContainText('still Ada');
    await expectTheSame(visitor, ada);
    expect(
      await visitor.log.locator('[data-author=bot]').count(),
      'the bot stayed silent',
    ).toBeLessThanOrEqual(botMessages);
  });

  await test.step('7. resolved: a line says so, the bot answers, the console lists the reason', async () => {
    await ada.page.getByRole('button', { name: 'Resolve', exact: true }).click();
    await expect(visitor.log.locator('[data-author=system]').last()).toContainText(/Ada/);
    await visitor.say('Do you repair broken zips?');
    await expect(visitor.log.locator('[data-author=bot]').last()).toContainText(/repair/i, {
      timeout: 20_000,
    });
    await ada.tab('Resolved').click();
    await expect(ada.items().first()).toContainText(/resolved|Ada/i);
    await ben.tab('Resolved').click();
    await expect(ben.items()).toHaveCount(1);
    await expectTheSame(visitor, ada);
  });
});

async function opensAndCloses(visitor: Visitor): Promise<void> {
  await visitor.open();
  await expect(visitor.panel).toBeVisible();
  await visitor.page.keyboard.press('Escape');
  await expect(visitor.panel).toBeHidden();
  await expect(visitor.launcher).toBeFocused();
  await visitor.page.keyboard.press('Enter');
  await expect(visitor.composer).toBeFocused();
  await visitor.page.keyboard.press('Escape');
  await expect(visitor.launcher).toBeFocused();
  await visitor.page.keyboard.press('Space');
  await expect(visitor.composer).toBeFocused();
}

/** Notes each length that the newest bot message has had, so that a streamed answer can be told from a whole one. */
async function watchTexts(visitor: Visitor) {
  const handle = await visitor.log.evaluateHandle((log) => {
    const lengths: number[] = [];
    const observer = new MutationObserver(() => {
      const last = [...log.querySelectorAll('[data-author=bot]')].at(-1)?.textContent?.length ?? 0;
      if (lengths.at(-1) !== last) lengths.push(last);
    });
    observer.observe(log, { subtree: true, childList: true, characterData: true });
    return { lengths, observer };
  });
  return {
    stop: () =>
      handle.evaluate(({ lengths, observer }) => {
        observer.disconnect();
        return lengths;
      }),
  };
}

async function expectTheSame(visitor: Visitor, agent: Agent): Promise<void> {
  // An answer that is still written stands on the visitor's side alone.
  await expect(visitor.log.locator('[data-streaming=true]')).toHaveCount(0, { timeout: 15_000 });
  const messagesOf = async ({ log }: Visitor | Agent) =>
    (await rowsOf(log))
      .filter((row) => row.messageId)
      .map(({ seq, author, messageId }) => ({ seq, author, messageId }));
  await expect(async () => {
    const [theirs, ours] = await Promise.all([messagesOf(visitor), messagesOf(agent)]);
    expect(theirs).toEqual(ours);
    const ids = theirs.map(({ messageId }) => messageId);
    expect(new Set(ids).size, 'each message once').toBe(ids.length);
  }).toPass({ timeout: 15_000 });
}
