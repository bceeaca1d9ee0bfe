import { words } from '../words.js';
import { QueueList } from './queue-list.js';
import { type Queue as QueueRows, type QueueTab, queueTabs } from './queue-of.js';
import { panelId, QueueTabs, tabId } from './queue-tabs.js';

/** The queue: three tabs, of which one panel is shown. */
export function Queue(props: {
  queue: QueueRows | null;
  tab: QueueTab;
  agentId: string;
  openId: string | null;
  onSelectTab(tab: QueueTab): void;
}) {
  const { queue, tab, agentId, openId, onSelectTab } = props;
  return (
    <nav className="console-queue" aria-label={words.queue.label}>
      <QueueTabs queue={queue} selected={tab} onSelect={onSelectTab} />
      {queueTabs.map((each) => (
        <div
          key={each}
          role="tabpanel"
          id={panelId(each)}
          aria-labelledby={tabId(each)}
          className="console-panel"
          hidden={each !== tab}
        >
          {each === tab && <QueueList queue={queue} tab={each} agentId={agentId} openId={openId} />}
        </div>
      ))}
    </nav>
  );
}
