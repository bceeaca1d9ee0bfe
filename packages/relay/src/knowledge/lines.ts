import type { Article } from './article.js';
import type { SmallTalk } from './small-talk.js';

/** The question that ends every offer of a human, so that a typed "yes" to it can be understood. */
export const offerQuestion = 'Would you like to talk to a human?';

/** What the bot says of its own; everything else it says is text of an article. It promises nothing it cannot keep. */
export const lines = {
  notFound: (nearest: string | null) =>
    `I could not find that in our help pages${nearest ? `; the nearest I have is ${nearest}` : ', and I’d rather not guess'}. ${offerQuestion}`,
  askedAgain: `You have asked me this before, so my answer does not seem to help. ${offerQuestion}`,
  stays: 'All right, I’ll leave the humans in peace. What would you like to know?',
  unclear: 'Could you tell me in a few words what it is about?',
};

export const smallTalkLines: Record<Exclude<SmallTalk, 'skills'>, string> = {
  greeting: 'Hello! What can I look up for you?',
  thanks: 'You’re welcome! Is there anything else I can look up?',
  farewell: 'Goodbye, and thanks for stopping by!',
  who: 'I’m a bot: I look up answers in our help pages. If you’d rather talk to a human, just ask for one.',
  yes: 'Good. What would you like to know?',
  no: 'All right. I’m here if something else comes up.',
};

const topicsNamed = 4;

/** The first message: who speaks, what it can help with, and that a human can be asked for. */
export function greetingOf(name: string, articles: readonly Article[]): string {
  return `Hello! I’m ${name}, a bot. ${skillsOf(articles)}`;
}

/** What the bot can do, by the categories that hold most articles. */
export function skillsOf(articles: readonly Article[]): string {
  const counts = new Map<string, number>();
  for (const { category } of articles) if (category) counts.set(category, (counts.get(category) ?? 0) + 1);
  const topics = [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, topicsNamed)
    .map(([category]) => category.charAt(0).toLowerCase() + category.slice(1));
  const about = topics.length > 0 ? `, on ${topics.join(', ')} and more` : '';
  return `I look up answers in our help pages${about}. Ask me anything; you can also ask for a human at any time.`;
}
