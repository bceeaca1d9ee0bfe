import { cleanup as unmountHooks } from '@testing-library/react';
import { afterEach } from 'vitest';
import { cleanup as unmountComponents } from 'vitest-browser-react';

// In a page that several files share, each library would clear up after the tests of the first file alone.
afterEach(async () => {
  unmountHooks();
  await unmountComponents();
});
