import { type KeyboardEvent, useRef } from 'react';
import { words } from '../words.js';
import { type Queue, type QueueTab, queueTabs } from './queue-of.js';

/** The id of a tab's element. */
export const tabId = (tab: QueueTab) => `console-tab-${tab}`;
/** The id of the panel that a tab controls. */
export const panelId = (tab: QueueTab) => `console-panel-${tab}`;

/** Pending, Active and Resolved. One stop of the Tab key; the arrows, Home and End move and select. */
export function QueueTabs(props: { queue: Queue | null; selected: QueueTab; onSelect(tab: QueueTab): void }) {
  const { queue, selected, onSelect } = props;
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const step = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[event.key];
    const at = queueTabs.indexOf(selected);
    const next =
      event.key === 'Home' ? 0 : event.key === 'End' ? -1 : step === undefined ? null : (at + step) % 3;
    const tab = next === null ? undefined : queueTabs.at(next);
    if (!tab) return;
    event.preventDefault();
    onSelect(tab);
    list.current?.querySelector<HTMLElement>(`#${tabId(tab)}`)?.focus();
  }

  return (
    <div
      className="console-tabs"
      role="tablist"
      aria-label={words.queue.label}
      ref={list}
      onKeyDown={onKeyDown}
    >
      {queueTabs.map((tab) => {
        const count = queue?.[tab].length ?? 0;
        return (
          <button
            key={tab}
            type="button"
            role="tab"
            id={tabId(tab)}
            className="console-tab"
            aria-selected={tab === selected}
            aria-controls={panelId(tab)}
            tabIndex={tab === selected ? 0 : -1}
            onClick={() => onSelect(tab)}
          >
            {words.queue.tabs[tab]}
            {count > 0 && <span className="console-count"> {words.queue.count(count)}</span>}
          </button>
        );
      })}
    </div>
  );
}
