import { Component, type ReactNode } from 'react';
import { words } from './words.js';

/** Shows a way on instead of an empty page when a component throws. Remount it by `key` to try again. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <div className="console-empty" role="alert">
        <h2>{words.crashed.title}</h2>
        <p>{words.crashed.text}</p>
        <button type="button" className="console-button" onClick={() => location.reload()}>
          {words.crashed.reload}
        </button>
      </div>
    );
  }
}
