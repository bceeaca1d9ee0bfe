import type { DeskClient, DeskClientState } from '@batonchat/core';
import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Clock } from '../clock.js';
import type { SeenMarks } from '../queue/seen.js';

/** What everything behind the sign-in works with. */
export interface DeskTools {
  client: DeskClient;
  clock: Clock;
  /** The signed-in agent's id, known before the relay is connected. */
  agentId: string;
  seen: SeenMarks;
  /** Replies that are being written, by conversation. */
  drafts: Map<string, string>;
}

/** Holds the tools for everything below. Null outside a desk. */
export const DeskContext = createContext<DeskTools | null>(null);

/** The tools of the desk that this component stands in. Throws outside one. */
export function useDesk(): DeskTools {
  const tools = use(DeskContext);
  if (!tools) throw new Error('This component needs a <DeskContext> with its tools above it.');
  return tools;
}

/** A part of the client's state; renders again when that part changes by identity. */
export function useDeskState<Part>(select: (state: DeskClientState) => Part): Part {
  return useStore(useDesk().client.store, select);
}
