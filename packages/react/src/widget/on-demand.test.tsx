import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { onDemand, useOnDemand } from './on-demand.js';

function Shown({ wanted, isNeeded }: { wanted: ReturnType<typeof hello>; isNeeded: boolean }) {
  const Hello = useOnDemand(wanted, isNeeded);
  return Hello && <Hello name="Ada" />;
}

const hello = (
  load = async () =>
    ({ name }: { name: string }) => <p>Hello {name}</p>,
) => onDemand(load);

it('is fetched when it is needed, once, and shown as soon as it is here', async () => {
  const load = vi.fn(async () => ({ name }: { name: string }) => <p>Hello {name}</p>);
  const wanted = hello(load);
  const { rerender } = await render(<Shown wanted={wanted} isNeeded={false} />);
  expect(load).not.toHaveBeenCalled();
  await rerender(<Shown wanted={wanted} isNeeded />);
  await expect.element(page.getByText('Hello Ada')).toBeVisible();
  await rerender(<Shown wanted={wanted} isNeeded={false} />);
  await expect.element(page.getByText('Hello Ada')).not.toBeInTheDocument();
  await rerender(<Shown wanted={wanted} isNeeded />);
  expect(page.getByText('Hello Ada').element()).toBeVisible();
  expect(load).toHaveBeenCalledTimes(1);
});

it('is asked for again where it could not be had', async () => {
  let hasFailed = false;
  const wanted = hello(() => {
    if (hasFailed) return Promise.resolve(({ name }) => <p>Hello {name}</p>);
    hasFailed = true;
    return Promise.reject(new Error('no network'));
  });
  await render(<Shown wanted={wanted} isNeeded />);
  await expect.element(page.getByText('Hello Ada'), { timeout: 6000 }).toBeVisible();
  expect(hasFailed).toBe(true);
});
