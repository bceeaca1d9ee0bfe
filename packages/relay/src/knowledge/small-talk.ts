import { wordsOf } from './terms.js';

/** What is no question for the knowledge base. */
export type SmallTalk = 'greeting' | 'thanks' | 'farewell' | 'who' | 'skills' | 'yes' | 'no';

const someone =
  'bot|robot|chatbot|machine|computer|ai|humans?|(human|real) (being|person)|person|real|agent|somebody';
const thanks = 'thanks|thank you|thx|cheers|great|perfect|super|that helps|that helped|got it';

/** The whole message, folded, is one of these with a little politeness around it. */
const patterns: [SmallTalk, string][] = [
  [
    'greeting',
    '(hi|hiya|hello|hey|hallo|ola|good (morning|afternoon|evening|day))( (hi|hello|there|everyone|all))*',
  ],
  ['thanks', `((ok|okay|yes|${thanks}) )*(${thanks})( (so|very) much| a lot| for (your|the) help)*`],
  [
    'farewell',
    '((ok|okay|thanks|thank you) )*(bye|bye bye|goodbye|good night|see you|have a (good|nice) day)',
  ],
  ['who', `((so|hello|hi|wait) )?(are you|is (this|that|it))( \\w+){0,2} (${someone})( or .*)?`],
  ['who', `am i (talking|speaking|chatting|writing) (to|with)( \\w+){0,2} (${someone})( or .*)?`],
  ['who', '(who|what) are you|what(s| is) your name'],
  ['skills', '(please )?help( me)?|i need help|can you help( me)?|how does this work|how do you work'],
  ['skills', 'what can you (do|help|help with|help me with|tell me|answer)( for me)?'],
  [
    'yes',
    '(yes|yeah|yep|yup|sure|of course|ok|okay|please|go ahead|i would|i do|do it|sounds good|all ?right)( (yes|please|thanks|thank you|do|sure|go ahead))*',
  ],
  [
    'no',
    '(no|nope|nah|not now|not yet|later|maybe later|no need|never ?mind|i dont|its ok|its fine)( (no|thanks|thank you|not now|its ok|its fine|im good))*',
  ],
];

const whole = patterns.map(([kind, pattern]) => ({ kind, pattern: new RegExp(`^(?:${pattern})$`) }));

const longestSmallTalk = 100;

/** The kind of small talk that a whole message is, or null: "hi, where is my order?" is a question. */
export function smallTalkIn(text: string): SmallTalk | null {
  const said = wordsOf(text).join(' ');
  if (said.length > longestSmallTalk) return null;
  return whole.find(({ pattern }) => pattern.test(said))?.kind ?? null;
}

const human = /\b(humans?|agents?|persons?|representatives?|operators?|anyone|anybody|someone|somebody)\b/i;

/** Whether a message speaks of the humans who answer. */
export const namesHuman = (text: string): boolean => human.test(text);

/** The clauses of a message that do not ("I don't need an agent, how do returns work?"); all of it if none is left. */
export function besidesHumans(text: string): string {
  const clauses = text.split(/[.,;:!\n]+/);
  return clauses.filter((clause) => clause.trim() !== '' && !human.test(clause)).join(', ') || text;
}
