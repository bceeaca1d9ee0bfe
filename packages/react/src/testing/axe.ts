import axe from 'axe-core';

/** The WCAG rules that an element breaks, as one line each. */
export async function brokenRules(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
