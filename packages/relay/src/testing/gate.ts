/** Something that waits until it is let go. */
export interface Gate {
  wait(): Promise<void>;
  open(): void;
}

/** A gate that is closed until it is opened, for good. */
export function closedGate(): Gate {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { wait: () => opened, open };
}
