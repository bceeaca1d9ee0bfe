/** Where the built widget lies. */
export const widgetFolder = (): URL => new URL('.', import.meta.resolve('@batonchat/embed/embed.js'));
