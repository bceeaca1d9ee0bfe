/* Small comforts. Without this script every page still works: forms are sent, and the server shows the colour asked for. */

function showChoice(event) {
  const { picture, pictureText, price } = event.target.dataset;
  const image = document.getElementById('product-picture');
  if (picture && image) {
    image.src = picture;
    image.alt = pictureText;
  }
  const priceLine = document.getElementById('product-price');
  if (price && priceLine) priceLine.textContent = price;
}

async function addToBasket(event) {
  event.preventDefault();
  const form = event.target;
  const added = form.querySelector('.added');
  added.textContent = '';
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(new FormData(form)),
    });
    if (!response.ok) throw new Error(`The basket answered ${response.status}.`);
    const { pieces } = await response.json();
    for (const count of document.querySelectorAll('[data-basket-count]')) count.textContent = String(pieces);
    const link = document.createElement('a');
    link.href = '/basket';
    link.textContent = 'See your basket';
    added.append('It is in. ', link);
  } catch {
    form.submit();
  }
}

for (const form of document.querySelectorAll('form[data-adds-to-basket]')) {
  form.addEventListener('change', showChoice);
  form.addEventListener('submit', addToBasket);
}
