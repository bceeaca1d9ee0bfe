/**
 * A sheet of the widget's styles for a shadow root. Custom properties that the page has set for the place where the chat
 * stands are left to the page: a declaration on `:host` would hide what is inherited.
 */
export function sheetFor(styles: string, { host }: ShadowRoot): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  const given = getComputedStyle(host.parentElement ?? document.documentElement);
  for (const { selectorText, style } of sheet.cssRules as Iterable<Partial<CSSStyleRule>>)
    if (style && selectorText?.includes(':host'))
      for (const name of [...style])
        if (name.startsWith('--') && given.getPropertyValue(name)) style.removeProperty(name);
  return sheet;
}
