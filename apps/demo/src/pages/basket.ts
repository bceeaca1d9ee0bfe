import { html } from 'hono/html';
import { type BasketLine, MOST_OF_ONE, totalEuros } from '../basket.js';
import { formatEuros } from '../catalogue/catalogue.js';
import type { Markup } from '../pictures/drawing.js';
import { pictureText, pictureUrl } from '../pictures/pictures.js';
import type { Page } from './layout.js';

const FREE_DELIVERY_FROM = 60;
const DELIVERY = 3.5;

function step(line: BasketLine, quantity: number, sign: string, words: string, isDisabled = false): Markup {
  return html`<button type="submit" name="quantity" value="${quantity}" aria-label="${words} ${line.product.name}" ${isDisabled ? 'disabled' : ''}>${sign}</button>`;
}

function row(line: BasketLine): Markup {
  const { product, colour, size, quantity } = line;
  return html`<li class="basket-line">
<img class="picture ground-${product.ground}" src="${pictureUrl(product, colour)}" alt="${pictureText(product, colour)}" width="400" height="480">
<div class="basket-words">
<h2><a href="/products/${product.slug}?colour=${colour}">${product.name}</a></h2>
<p>${colour}, ${size.name}</p>
<form class="stepper" method="post" action="/basket/change">
<input type="hidden" name="slug" value="${product.slug}"><input type="hidden" name="colour" value="${colour}"><input type="hidden" name="size" value="${size.name}">
${step(line, quantity - 1, '−', quantity === 1 ? 'Take out' : 'One fewer')}
<output aria-label="Quantity">${quantity}</output>
${step(line, quantity + 1, '+', 'One more', quantity >= MOST_OF_ONE)}
</form>
</div>
<p class="price">${formatEuros(quantity * size.euros)}</p>
</li>`;
}

function summary(lines: readonly BasketLine[]): Markup {
  const goods = totalEuros(lines);
  const missing = FREE_DELIVERY_FROM - goods;
  const delivery = missing > 0 ? DELIVERY : 0;
  return html`<section class="summary" aria-labelledby="summary-title"><h2 id="summary-title">Summary</h2>
<dl>
<div><dt>Goods</dt><dd>${formatEuros(goods)}</dd></div>
<div><dt>Delivery to Portugal</dt><dd>${delivery ? '€3.50' : 'free'}</dd></div>
<div class="total"><dt>Total, VAT included</dt><dd>${delivery ? `€${(goods + delivery).toFixed(2)}` : formatEuros(goods)}</dd></div>
</dl>
<p>${missing > 0 ? `${formatEuros(missing)} more, and delivery in Portugal is free. ` : ''}Going elsewhere? See <a href="/help/delivery-times-and-costs">delivery times and costs</a>.</p>
<p class="summary-end">This is where a real shop would take your money. Fernweh is a demo, so the road ends here.</p>
</section>`;
}

/** What lies in the basket, with a way to change it, or a way back to the shop when it is empty. */
export function basketPage(lines: readonly BasketLine[]): Page {
  return {
    title: 'Basket',
    description: 'What you have put into your basket.',
    section: 'basket',
    content:
      lines.length === 0
        ? html`<div class="wide page-head nothing"><h1>Your basket is empty</h1><p class="lead">It weighs nothing, which is the best weight for luggage.</p><p class="actions"><a class="button" href="/shop">Find something for it</a></p></div>`
        : html`<div class="wide page-head"><h1>Your basket</h1></div>
<div class="wide basket"><ul class="basket-lines">${lines.map(row)}</ul>${summary(lines)}</div>`,
  };
}
