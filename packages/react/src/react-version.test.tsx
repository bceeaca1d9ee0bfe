import { createElement, version } from 'react';
import { expect, it } from 'vitest';

it('these tests run on the React that their project names', () => {
  const isPreact = '__v' in createElement('p');
  expect(isPreact ? 'preact' : version.split('.')[0]).toBe(import.meta.env['REACT']);
});
