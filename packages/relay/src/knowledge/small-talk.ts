/** What is no question for the knowledge base. */
export type SmallTalk = 'greeting' | 'thanks' | 'farewell' | 'who' | 'skills' | 'yes' | 'no';

const patterns: [SmallTalk, RegExp][] = [
  [
    'greeting',
    /^(hi|hiya|hello|hey|hallo|ola|good (morning|afternoon|evening|day))( (hi|hello|there|everyone|all))*$/,
  ],
  [
    'thanks',
    /^((ok|okay|great|perfect|super|yes|no) )*(thanks|thank you|thx|cheers|great|perfect|super|that helps|that helped|got it)( (so|very) much| a lot| for (your|the) help)*$/,
  ],
  [
    'farewell',
    /^((ok|okay|thanks|thank you) )*(bye|bye bye|goodbye|good night|see you|ciao|have a (good|nice) day)$/,
  ],
  [
    'who',
    /^((so|hello|hi|wait) )*((are|r) you|is (this|that|it)|am i (talking|speaking|chatting|writing) (to|with))( \w+){0,2} (bot|robot|chatbot|machine|computer|ai|human|humans|person|human being|real|agent|someone|somebody)( or .*)?$|^(who|what) are you$|^whats your name$|^what is your name$/,
  ],
  [
    'skills',
    /^(help|help me|please help|can you help|can you help me|i need help|what can you( help( me)?( with)?| do| tell me| answer)?( for me)?|how does this work|how do you work)( please)?$/,
  ],
  [
    'yes',
    /^(yes|yeah|yep|yup|sure|of course|ok|okay|please|please do|go ahead|i would|i do|do it|sounds good|alright|all right)( (yes|please|thanks|thank you|do|sure|go ahead))*$/,
  ],
  [
    'no',
    /^(no|nope|nah|not now|not yet|later|maybe later|no need|never mind|nevermind|i dont|its ok|its fine)( (no|thanks|thank you|not now|its ok|its fine|im good))*$/,
  ],
];

/** The kind of small talk that a whole message is, or null: "hi, where is my order?" is a question. */
export function smallTalkIn(text: string): SmallTalk | null {
  const said = text
    .replace(/['’]/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
  if (said.length > 100) return null;
  return patterns.find(([, pattern]) => pattern.test(said))?.[0] ?? null;
}

const human = /\b(humans?|agents?|persons?|representatives?|operators?|anyone|anybody|someone|somebody)\b/i;

/** Whether a message speaks of the humans who answer. */
export const namesHuman = (text: string): boolean => human.test(text);

/** The clauses of a message that do not ("I don't need an agent, how do returns work?"); all of it if none is left. */
export function besidesHumans(text: string): string {
  const clauses = text.split(/[.,;:!\n]+/);
  return clauses.filter((clause) => clause.trim() !== '' && !human.test(clause)).join(', ') || text;
}
