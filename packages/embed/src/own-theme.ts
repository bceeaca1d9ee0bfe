/**
 * A sheet of the widget's styles for a shadow root. Custom properties that the page has set are left to the page: a
 * declaration on `:host` would hide what is inherited.
 */
export function sheetFor(styles: string, page: Element): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  const given = getComputedStyle(page);
  for (const rule of sheet.cssRules)
    if (rule instanceof CSSStyleRule && rule.selectorText.includes(':host'))
      for (const name of [...rule.style])
        if (name.startsWith('--') && given.getPropertyValue(name)) rule.style.removeProperty(name);
  return sheet;
}
