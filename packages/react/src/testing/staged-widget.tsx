import type { MemoryRelayOptions } from '@batonchat/core';
import { useEffect, useState } from 'react';
import { ChatWidget, type ChatWidgetProps } from '../widget/chat-widget.js';
import { createStage, type Stage } from './stage.js';

/** Props of {@link StagedWidget}. */
export interface StagedWidgetProps extends Omit<ChatWidgetProps, 'client' | 'relay'> {
  /** What the relay is like. */
  relayOptions?: MemoryRelayOptions;
  /** Brings the conversation to the point that the story is about. */
  script?: (stage: Stage) => Promise<unknown>;
}

/** The widget over a relay in this page, for stories and tests; the stage is cleared when it unmounts. */
export function StagedWidget({ relayOptions, script, defaultOpen = true, ...props }: StagedWidgetProps) {
  const [stage, setStage] = useState<Stage | null>(null);
  useEffect(() => {
    sessionStorage.clear();
    const made = createStage(relayOptions);
    setStage(made);
    script?.(made).catch(console.error);
    return made.destroy;
  }, [relayOptions, script]);
  return stage && <ChatWidget client={stage.client} defaultOpen={defaultOpen} {...props} />;
}
