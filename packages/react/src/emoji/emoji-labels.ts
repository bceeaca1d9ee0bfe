/** The texts of the emoji, which are loaded once there is a conversation to put them in. */
export interface EmojiLabels {
  /** The button that opens them, and what it opens. */
  emoji: string;
  /** The groups. */
  emojiRecent: string;
  emojiFaces: string;
  emojiPeople: string;
  emojiNature: string;
  emojiThings: string;
}

/** The English of them. */
export const emojiLabels: EmojiLabels = {
  emoji: 'Insert emoji',
  emojiRecent: 'Recent',
  emojiFaces: 'Faces',
  emojiPeople: 'Hands and hearts',
  emojiNature: 'Animals and food',
  emojiThings: 'Objects and places',
};
