import styles from '@batonchat/react/parts.css?inline';

const adopted = new WeakSet<ShadowRoot>();

/** Gives a shadow root the styles of what is loaded later, after those that it has; once. */
export function adoptPartStyles(root: ShadowRoot): void {
  if (adopted.has(root)) return;
  adopted.add(root);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
