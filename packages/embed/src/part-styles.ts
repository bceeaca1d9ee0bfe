import styles from '@batonchat/react/parts.css?inline';

/** Gives a shadow root the styles of the parts that few messages have, after those that it has. */
export function adoptPartStyles(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
