import { visitorLabels } from '../english.js';
import type { Labels } from '../labels.js';

/** Props of {@link EmptyState}. */
export interface EmptyStateProps {
  /** The conversation is on its way: shows its shape rather than a welcome. */
  isLoading: boolean;
  labels?: Labels;
}

/** What stands in a log without messages. */
export function EmptyState({ isLoading, labels = visitorLabels }: EmptyStateProps) {
  if (isLoading)
    return (
      <div className="baton-skeleton" role="status" aria-label={labels.loading}>
        <i />
        <i />
        <i />
      </div>
    );
  return (
    <p className="baton-empty">
      <strong>{labels.emptyTitle}</strong>
      {labels.emptyText}
    </p>
  );
}
