/** The mark: a baton being passed. */
export function Logo() {
  return (
    <svg className="console-logo" viewBox="0 0 32 32" aria-hidden="true">
      <rect className="console-logo-ground" width="32" height="32" rx="9" />
      <path className="console-logo-baton" d="M9.5 22.5 22.5 9.5" />
      <path className="console-logo-band" d="M16.4 10.4l5.2 5.2" />
    </svg>
  );
}
