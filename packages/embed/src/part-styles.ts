/**
 * Gives a shadow root the styles of the parts that few messages have, after those that it has. Loaded when the first
 * of them is to be shown.
 */
export async function adoptPartStyles(root: ShadowRoot): Promise<void> {
  const { default: styles } = await import('@batonchat/react/parts.css?inline');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
