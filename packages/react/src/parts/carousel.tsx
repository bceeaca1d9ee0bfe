import type { Card as CardContent } from '@batonchat/protocol';
import { useEffect, useRef, useState } from 'react';
import { ChevronDownIcon } from '../avatar/icons.js';
import { inOrder } from '../markdown/in-order.js';
import { Card } from './card.js';
import type { ChoosingProps } from './choices.js';

/** Props of {@link Cards}. */
export interface CardsProps extends ChoosingProps {
  /** One, or several side by side. */
  cards: readonly CardContent[];
}

/** One card, or several in a row that is swiped, scrolled, or led by its two buttons. */
export function Cards({ cards, ...asked }: CardsProps) {
  const [first] = cards;
  return cards.length === 1 && first ? (
    <Card card={first} {...asked} />
  ) : (
    <Carousel cards={cards} {...asked} />
  );
}

function Carousel({ cards, ...asked }: CardsProps) {
  const { labels } = asked;
  const row = useRef<HTMLUListElement>(null);
  const shown = useShown(row);
  const count = cards.length;
  const [from, to] = [Math.min(...shown), Math.max(...shown)];
  const show = (index: number) =>
    row.current?.children[index]?.scrollIntoView({ inline: 'center', block: 'nearest' });
  return (
    <section className="baton-carousel" aria-label={labels.cards}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <ul ref={row} className="baton-carousel-row" tabIndex={0} aria-label={labels.cards}>
        {inOrder(cards, (card) => (
          <li>
            <Card card={card} {...asked} />
          </li>
        ))}
      </ul>
      <div className="baton-carousel-foot">
        <CarouselButton name={labels.previousCard} isBack isOff={from === 0} onPress={() => show(from - 1)} />
        <span aria-live="polite" className="baton-carousel-place" dir="auto">
          {labels.card(from + 1, count)}
        </span>
        <CarouselButton name={labels.nextCard} isOff={to === count - 1} onPress={() => show(to + 1)} />
      </div>
    </section>
  );
}

/** At an end it stays where it is, so that the keyboard does not lose its place. */
function CarouselButton(props: { name: string; isBack?: boolean; isOff: boolean; onPress(): void }) {
  return (
    <button
      type="button"
      className="baton-carousel-button"
      data-back={props.isBack ?? false}
      aria-label={props.name}
      aria-disabled={props.isOff}
      onClick={() => !props.isOff && props.onPress()}
    >
      <ChevronDownIcon />
    </button>
  );
}

/** Which of the row's items are in view, as the browser tells: nothing is measured. */
function useShown(row: { current: HTMLElement | null }): readonly number[] {
  const [shown, setShown] = useState<readonly number[]>([0]);
  useEffect(() => {
    const element = row.current;
    if (!element) return;
    const visible = new Set<number>();
    const items = [...element.children];
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const index = items.indexOf(target);
          if (isIntersecting) visible.add(index);
          else visible.delete(index);
        }
        if (visible.size > 0) setShown([...visible]);
      },
      { root: element, threshold: 0.7 },
    );
    for (const item of items) observer.observe(item);
    return () => observer.disconnect();
  }, [row]);
  return shown;
}
