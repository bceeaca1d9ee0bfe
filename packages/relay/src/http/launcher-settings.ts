/**
 * What the widget looks like on every page that embeds it; a page's own `data-` attributes win. The names are those of
 * the attributes in camel case: `theme`, `title`, `label`, `bubble`, ...
 */
export type LauncherSettings = Readonly<Record<string, string>>;

/**
 * A script of the embed with the settings written into it, so that they cost no request. The script is a function that
 * is called with `{}` at its very end; one that is not is left as it is.
 */
export function withLauncherSettings(
  script: Buffer<ArrayBuffer>,
  settings: LauncherSettings,
): Buffer<ArrayBuffer> {
  if (Object.keys(settings).length === 0) return script;
  const written = JSON.stringify(settings);
  return Buffer.from(script.toString().replace(/\(\{\}\);\s*$/, () => `(${written});\n`));
}
