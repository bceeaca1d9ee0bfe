import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { PRODUCTS } from './catalogue/catalogue.js';
import { createShop } from './shop.js';
import { articleFile, knowledgeFolder } from './testing/knowledge-folder.js';

const shop = createShop({
  knowledgeFolder: knowledgeFolder({
    'returns.md': articleFile(
      'Returns <script>alert(1)</script> & refunds',
      'Returns',
      'You have **30 days**.\n\n## What you can return\n\nAll.\n\n## How to return\n\n| Where | Price |\n| --- | --- |\n| Portugal | free |',
    ),
    'warranty.md': articleFile('Warranty', 'Returns', 'Five years.'),
  }),
});

const PAGES = [
  '/',
  '/shop',
  '/shop?category=packing',
  '/basket',
  '/help',
  '/help/returns',
  '/about',
  '/contact',
  ...PRODUCTS.map(({ slug }) => `/products/${slug}`),
];

async function read(path: string): Promise<string> {
  return (await shop.request(path)).text();
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

describe('every page', () => {
  test.each(PAGES)('%s answers with its landmarks, one h1 and a way to skip to the content', async (path) => {
    const response = await shop.request(path);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    for (const landmark of [/<header class="site-header">/g, /<main id="main"/g, /<footer /g, /<h1/g]) {
      expect(count(text, landmark)).toBe(1);
    }
    expect(text).toContain('<nav aria-label="Main">');
    expect(text).toContain('<a class="skip-link" href="#main">');
    expect(text).toMatch(/<html lang="en">/);
  });

  test.each(PAGES)(
    '%s loads the chat by its script tag, last of all, and shows who has the conversation',
    async (path) => {
      const text = await read(path);
      expect(text).toMatch(/<script async src="\/embed\.js"><\/script>\s*<\/body>/);
      expect(text).toContain('id="handoff-indicator"');
    },
  );

  test.each(PAGES)('%s has nothing inline and nothing of another origin', async (path) => {
    const text = await read(path);
    expect(text).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(text).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
    expect(text).not.toMatch(/(?:src|srcset|href|action)="(?:[a-z]+:)?\/\//);
    const policy = (await shop.request(path)).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test.each(PAGES)('%s has no control that bears a name of the chat widget', async (path) => {
    const text = await read(path);
    const names = [...text.matchAll(/<(?:button|a)\b[^>]*>([\s\S]*?)<\/(?:button|a)>|aria-label="([^"]*)"/g)];
    for (const [, words = '', label = ''] of names) {
      expect(words + label).not.toMatch(/\b(?:open|close) chat\b|\bsend\b|\bmessage\b|talk to a human/i);
    }
    expect(text).not.toMatch(/role="(?:log|dialog|tab)"/);
  });
});

test('what is not there is a page with status 404', async () => {
  for (const path of [
    '/nowhere',
    '/products/nothing',
    '/help/nothing',
    '/shop/nothing.css',
    '/shop/pictures/a-b.svg',
  ]) {
    const response = await shop.request(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('<main id="main"');
  }
});

test('another address of the chat stands in the script tag, escaped', async () => {
  const elsewhere = createShop({ knowledgeFolder: knowledgeFolder({}), embedSrc: '/chat.js?a=1&b="2"' });
  expect(await (await elsewhere.request('/')).text()).toContain(
    '<script async src="/chat.js?a=1&amp;b=&quot;2&quot;"></script>',
  );
});

test('an article shows its title as text, its Markdown as HTML, and its neighbours', async () => {
  const text = await read('/help/returns');
  expect(text).not.toContain('<script>alert');
  expect(text).toContain('<h1>Returns &lt;script&gt;alert(1)&lt;/script&gt; &amp; refunds</h1>');
  expect(text).toContain('<strong>30 days</strong>');
  expect(text).toContain('<a href="#how-to-return">How to return</a>');
  expect(text).toContain('<a href="/help/warranty">Warranty</a>');
});

test('every style sheet, script and picture that a page names is served, and kept by the browser', async () => {
  const addresses = new Set<string>();
  for (const path of PAGES) {
    for (const [, address = ''] of (await read(path)).matchAll(
      /(?:src|srcset|href|data-picture)="(\/shop\/[^"]+)"/g,
    )) {
      addresses.add(address);
    }
  }
  expect(addresses.size).toBeGreaterThan(30);
  for (const address of addresses) {
    const response = await shop.request(address);
    expect(response.status, address).toBe(200);
    expect(response.headers.get('cache-control')).toMatch(/^public, max-age=\d+/);
    expect(response.headers.get('content-type')).toMatch(/^(?:text\/(?:css|javascript)|image\/svg\+xml)/);
  }
});

describe('the shop with its own articles', async () => {
  const ours = createShop({ knowledgeFolder: fileURLToPath(new URL('../knowledge', import.meta.url)) });
  const articles = (await (await ours.request('/help')).text()).match(/\/help\/[a-z-]+/g) ?? [];

  test('has at least 25 help articles', () => {
    expect(new Set(articles).size).toBeGreaterThanOrEqual(25);
  });

  test('has no link that leads nowhere', async () => {
    const dead: string[] = [];
    for (const path of new Set([...PAGES, ...articles])) {
      const text = await (await ours.request(path)).text();
      for (const [, address = ''] of text.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
        if (address === '/console') continue;
        if ((await ours.request(address.replaceAll('&amp;', '&'))).status !== 200)
          dead.push(`${path} -> ${address}`);
      }
    }
    expect(dead).toEqual([]);
  });
});

describe('the basket', () => {
  const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) });
  const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';

  test('is filled by a plain form, and every page then says how much lies in it', async () => {
    const added = await shop.request(
      '/basket',
      form({ slug: 'fonte-bottle', colour: 'sand', size: '750 ml' }),
    );
    expect(added.status).toBe(303);
    expect(added.headers.get('location')).toBe('/basket');
    const headers = { cookie: cookieOf(added) };
    const basket = await (await shop.request('/basket', { headers })).text();
    expect(basket).toContain('Fonte Bottle');
    expect(basket).toContain('€34');
    expect(await (await shop.request('/about', { headers })).text()).toContain('data-basket-count>1<');
  });

  test('answers a script with the number of pieces', async () => {
    const added = await shop.request('/basket', {
      ...form({ slug: 'volta-sling', colour: 'moss', size: '6 L' }),
      headers: { accept: 'application/json' },
    });
    expect(await added.json()).toEqual({ pieces: 1 });
  });

  test('is emptied again', async () => {
    const choice = { slug: 'volta-sling', colour: 'moss', size: '6 L' };
    const cookie = cookieOf(await shop.request('/basket', form(choice)));
    const changed = await shop.request('/basket/change', {
      ...form({ ...choice, quantity: '0' }),
      headers: { cookie },
    });
    const empty = await shop.request('/basket', { headers: { cookie: cookieOf(changed) } });
    expect(await empty.text()).toContain('Your basket is empty');
  });

  test('bears a cookie or a form that makes no sense', async () => {
    const torn = await shop.request('/basket', {
      headers: { cookie: 'fernweh-basket=%E0%A4%A|::|volta-sling:::NaN' },
    });
    expect(await torn.text()).toContain('Your basket is empty');
    const strange = await shop.request('/basket', { method: 'POST', body: '{"slug":1}' });
    expect(strange.status).toBe(303);
  });
});
