import { fileURLToPath } from 'node:url';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { etag } from 'hono/etag';
import { type BasketLine, countPieces, readBasket, withLine, writeBasket } from './basket.js';
import { findProduct } from './catalogue/catalogue.js';
import { readArticles } from './help/read-articles.js';
import { aboutPage } from './pages/about.js';
import { basketPage } from './pages/basket.js';
import { contactPage } from './pages/contact.js';
import { helpArticlePage } from './pages/help-article.js';
import { helpIndexPage } from './pages/help-index.js';
import { homePage } from './pages/home.js';
import { layout, type Page } from './pages/layout.js';
import { notFoundPage } from './pages/not-found.js';
import { productPage } from './pages/product.js';
import { productListPage } from './pages/product-list.js';
import { drawPicture } from './pictures/pictures.js';
import { readStaticFiles } from './static-files.js';
import { createStorybook } from './storybook.js';

/** What {@link createShop} needs. */
export interface ShopOptions {
  /** Folder of the help articles, `<slug>.md` each with `title` and `category` in its front matter. */
  readonly knowledgeFolder: string;
  /** Address of the chat's loader, for the script tag on every page. */
  readonly embedSrc?: string;
  /** Where Storybook's static build lies, or will. */
  readonly storybookFolder?: string;
}

const STORYBOOK_FOLDER = fileURLToPath(new URL('../../../storybook-static', import.meta.url));
const PUBLIC_FOLDER = fileURLToPath(new URL('../public', import.meta.url));
const BASKET_COOKIE = 'fernweh-basket';

const PAGE_HEADERS = {
  'cache-control': 'private, no-cache',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self' ws: wss:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
};

function basketOf(context: Context): BasketLine[] {
  return readBasket(getCookie(context, BASKET_COOKIE));
}

async function changeBasket(
  context: Context,
  change: (quantityNow: number, asked: number) => number,
): Promise<Response> {
  const form = await context.req.parseBody();
  const word = (name: string) => String(form[name] ?? '');
  const choice = { slug: word('slug'), colour: word('colour'), size: word('size') };
  const asked = Number(word('quantity'));
  const lines = withLine(basketOf(context), choice, (quantityNow) => change(quantityNow, asked));
  setCookie(context, BASKET_COOKIE, writeBasket(lines), { path: '/', sameSite: 'Lax', maxAge: 30 * 86_400 });
  return context.req.header('accept') === 'application/json'
    ? context.json({ pieces: countPieces(lines) })
    : context.redirect('/basket', 303);
}

/**
 * The demo shop: server-rendered pages at `/`, `/shop`, `/products`, `/basket`, `/help`, `/about` and `/contact`, their
 * files below `/shop/`, and a page with status 404 for every other GET. Mount it last.
 * Throws when an article cannot be read; the error names the file and the remedy.
 */
export function createShop({
  knowledgeFolder,
  embedSrc = '/embed.js',
  storybookFolder = STORYBOOK_FOLDER,
}: ShopOptions): Hono {
  const articles = readArticles(knowledgeFolder);
  const files = readStaticFiles(PUBLIC_FOLDER);
  const fileUrl = (name: string) => `/shop/${name}?v=${files.get(name)?.version ?? ''}`;

  const show = async (context: Context, page: Page, status: 200 | 404 = 200): Promise<Response> => {
    const piecesInBasket = countPieces(basketOf(context));
    return context.html(await layout(page, { embedSrc, piecesInBasket, fileUrl }), status, PAGE_HEADERS);
  };

  const shop = new Hono();
  shop.get('/', (context) => show(context, homePage()));
  shop.get('/shop', (context) => show(context, productListPage(context.req.query('category'))));
  shop.get('/products/:slug', (context) => {
    const product = findProduct(context.req.param('slug'));
    return product
      ? show(context, productPage(product, context.req.query('colour')))
      : show(context, notFoundPage(), 404);
  });
  shop.get('/basket', (context) => show(context, basketPage(basketOf(context))));
  shop.post('/basket', (context) => changeBasket(context, (quantityNow) => quantityNow + 1));
  shop.post('/basket/change', (context) => changeBasket(context, (_, asked) => asked));
  shop.get('/help', (context) => show(context, helpIndexPage(articles)));
  shop.get('/help/:slug', (context) => {
    const article = articles.find(({ slug }) => slug === context.req.param('slug'));
    return article ? show(context, helpArticlePage(article, articles)) : show(context, notFoundPage(), 404);
  });
  shop.get('/about', (context) => show(context, aboutPage()));
  shop.get('/contact', (context) => show(context, contactPage()));

  shop.get('/shop/pictures/:file{.+\\.svg}', etag(), async (context) => {
    const picture = drawPicture(context.req.param('file').slice(0, -'.svg'.length));
    if (!picture) return show(context, notFoundPage(), 404);
    return context.body(String(await picture), 200, {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=3600',
    });
  });
  shop.get('/shop/:file', async (context) => {
    const file = files.get(context.req.param('file'));
    if (!file) return show(context, notFoundPage(), 404);
    const isVersioned = context.req.query('v') === file.version;
    return context.body(file.body, 200, {
      'content-type': file.type,
      'cache-control': isVersioned ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
    });
  });
  shop.route('/', createStorybook(storybookFolder));
  shop.get('*', (context) => show(context, notFoundPage(), 404));
  return shop;
}
