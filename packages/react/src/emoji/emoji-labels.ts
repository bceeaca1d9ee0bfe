/** The text of the emoji, which are loaded once there is a conversation to put them in. */
export interface EmojiLabels {
  /** The button that opens them, and what it opens. */
  emoji: string;
}

/** The English of it. */
export const emojiLabels: EmojiLabels = { emoji: 'Insert emoji' };
