import axe from 'axe-core';

/** What axe finds wrong with an element, each rule with the first that breaks it; looked at once all motion has ended. */
export async function faultsOf(element: Element): Promise<[rule: string, html: string | undefined][]> {
  const motions = element.getAnimations({ subtree: true });
  const ending = motions.filter(
    ({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
  );
  await Promise.allSettled(ending.map(({ finished }) => finished));
  const { violations } = await axe.run(element, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
}
