/** What is measured side by side. */
export interface SubjectPage {
  name: string;
  kind: 'bench' | 'floor' | 'ours' | 'peer';
  /** The compiled page script, relative to this folder. */
  script: string;
  /** Stylesheets that its users import. */
  styles: string[];
  /** Rules that its markup needs in the bench's page. */
  css: string;
  /** The most messages that it can be given: where it does not finish, or takes minutes. */
  mostMessages: number;
  /** Built with the script tag's alias of React to Preact. */
  isOnPreact?: boolean;
}

const page = (
  name: string,
  kind: SubjectPage['kind'],
  script: string,
  rest: Partial<SubjectPage> = {},
): SubjectPage => ({ name, kind, script, styles: [], css: '', mostMessages: 10_000, ...rest });

const rowCss = '.row{padding:8px 12px}';

/** The bench itself: what it costs to hand over tokens that nobody shows. */
export const swallow: SubjectPage = page('nothing', 'bench', 'pages/swallow.js', { mostMessages: 200 });
/** What all ratios are to. */
export const floor: SubjectPage = page('floor', 'floor', 'pages/floor-windowed.js', {
  css: `${rowCss}.row{position:absolute;inset-inline:0}`,
});
/** All subjects, in the order of the first round. */
export const subjects: readonly SubjectPage[] = [
  swallow,
  floor,
  page('React + virtua', 'floor', 'pages/floor-virtua.js', { css: rowCss }),
  // The widget as it is delivered: by npm on React, and by the script tag on Preact.
  page('Baton', 'ours', 'pages/baton.js', { styles: ['@batonchat/react/styles.css'] }),
  page('Baton on Preact', 'ours', 'pages/baton.js', {
    styles: ['@batonchat/react/styles.css'],
    isOnPreact: true,
  }),
  page('deep-chat', 'peer', 'pages/peer-deep-chat.js', { mostMessages: 1000 }),
  page('chatscope', 'peer', 'pages/peer-chatscope.js', {
    styles: ['@chatscope/chat-ui-kit-styles/dist/default/styles.min.css'],
    css: '#place>*{height:640px}',
  }),
  page('stream-chat', 'peer', 'pages/peer-stream-chat.js', {
    styles: ['stream-chat-react/dist/css/index.css'],
    css: '#place>*{height:640px}',
  }),
  page('assistant-ui', 'peer', 'pages/peer-assistant-ui.js', {
    css: `${rowCss}.thread{display:flex;flex-direction:column;height:640px}`,
  }),
];

/** Our Markdown alone, for what is meant to make it slow. */
export const markdown: readonly SubjectPage[] = [
  page('Markdown', 'ours', 'pages/markdown-floods.js'),
  page('Markdown on Preact', 'ours', 'pages/markdown-floods.js', { isOnPreact: true }),
];
