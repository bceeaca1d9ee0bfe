import axe from 'axe-core';

/** The WCAG rules that an element breaks, as one line each; looked at once what comes in by a motion is there. */
export async function brokenRules(element: Element): Promise<string[]> {
  await Promise.allSettled(
    element
      .getAnimations({ subtree: true })
      .filter((each) => each.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
      .map((each) => each.finished),
  );
  const { violations } = await axe.run(element, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
