/** A kind sentence where there is nothing to show. */
export function EmptyState({ title, text }: { title: string; text: string }) {
  return (
    <div className="console-empty">
      <p className="console-empty-title">{title}</p>
      <p>{text}</p>
    </div>
  );
}
