/** Where the built widget lies. */
export const widgetFolder = new URL('.', import.meta.resolve('@batonchat/embed/embed.js'));
