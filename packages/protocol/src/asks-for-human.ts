/**
 * A letter for each kind of word, and the words of that kind; `_` is any other word. A message becomes a
 * string of these letters, so that "let me chat with a real person" and "I want to speak to the agent" are
 * the same few shapes.
 */
const kinds = `h human humans agent agents representative rep operator manager supervisor
p person
w someone somebody anyone anybody
s support service care team staff sales employee being people
m real live actual customer
d a an any some one another
y the your member
v available online around here there
t talk speak chat
x connect connected transfer transferred escalate switch
g get give put hand
q contact reach call find
A ask asked like
n want wanna need prefer
o to 2 with w through
r for from of about
e me us
i i we
a can could may let would id
H have
u help assistance answer check look
b is are
f please pls now right hi hello hey ok yes just again instead needed
z at in on over and or so than that because
B do does did should must will
T think sure know really be able
W how where what
G who
L long time hours
Q when before
N dont doesnt didnt not never wont wouldnt if
O no
| but |
* *`;

const kindOf = /* @__PURE__ */ new Map(
  /* @__PURE__ */ kinds.split('\n').flatMap((line) =>
    line
      .slice(2)
      .split(' ')
      .map((word): [string, string] => [word, line.charAt(0)]),
  ),
);

const on = '(?=$|[|fziaorbBNOTvWQG])';
const end = '(?=$|[|fN])';
const human = '(?:[ms]*h[hspu]*|m[ms]*[psw])';
const aHuman = `[dyrv]*${human}${on}`;
const anyone = `[dyrv]*[spw]+${on}`;

/** What, standing before a request, takes it back. */
const refusals = [
  // "I don't think I need ...", "without having to talk to ...", "if I want ..."
  'N[noeridyAHTBvm]{0,8}',
  // "no need to talk to ...", "no live chat"
  'O(n[orde]{0,8})?',
  // "do I have to talk to ...?" asks a question; "how do I talk to ...?" asks for a human
  '(?<!W_*)Bi[noTHe]{0,8}',
  // "when can I talk to ...", "how long until I get ...", "what hours can I reach ..."
  'Q[aiBnoeT]{0,8}',
  'WL[^|]{0,8}',
  // "is this chat with ..."
  'b_',
];

/** What asks for a human. No repeated part can start inside itself without a bound: time stays linear. */
const requests = [
  // "talk to a human", "talk human", "speak with someone", "chat with your team"
  `to*${aHuman}|to+${anyone}`,
  // "transfer this conversation to an agent", "connect me to support"
  `x[^|]{0,4}o${aHuman}|xe?o${anyone}`,
  // "I want a human", "put me through to an agent", "need help from a real person", "I asked for a manager"
  `(n|aA|g|Ar|ur|aiH)[eorzuA]{0,8}(${aHuman}|[dyrv]*[pw](${end}|o[tq]))`,
  // "contact a human", "call me an agent"
  `qe?[dyrvms]*(h|[dm]p)${on}`,
  // "is there a real person here"
  `bv(${aHuman}|[dyrv]*[pw]v?${end})`,
  // "is a human available", "any agents online"
  `(?<=^|[|b])[dyrv]*${human}v${end}`,
  // "a person I can talk to", "someone to talk to", "who can I speak to"
  `[hpsw](ia|o)to|Gaito`,
  // "can a human look at this"
  `[aH]d${human}f?[uqt]`,
  // the whole clause: "human please", "agent", "customer service"
  `(?<=^|[|])f*[dv]*(${human}|p)f*(?=$|[|])`,
  '[*]',
];

const request = /* @__PURE__ */ new RegExp(`(?<!${refusals.join('|')})(${requests.join('|')})`);

/** Lower case without accents or apostrophes, `|` between clauses; a letter of an unspaced script is a word. */
const fold = (text: string) =>
  ` ${text} `
    .replace(/['`\u00b4\u2018\u2019]/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[|.!?;:,\n]/g, ' | ')
    .replace(/[\u0e00-\u0eff\u3040-\u9fff]/g, ' $& ')
    .replace(/[^\p{L}\d|]+/gu, ' ');

/**
 * Whether a visitor's message asks to be connected to a human. Both ends call it: the widget to say so at
 * once, the relay to open the handoff (`keyword`). It alerts a real person, so in doubt it says no.
 *
 * Counts: asking to talk to, be connected to, get, want or need a human, agent, person, representative,
 * manager or "someone"; asking whether one is there or could help; the bare words ("agent", "real person
 * please"). English, any case, accents, spacing and punctuation.
 *
 * Does not count: a request taken back ("I don't want a human", "without talking to an agent"), a question
 * about the bot ("are you a human?", "am I talking to a person?"), about hours or need ("when can I talk to
 * someone?", "do I have to speak to an agent?"), and the same words about something else ("human skin",
 * "my travel agent").
 *
 * @param text Any length; takes time in proportion to it.
 * @param phrases The site's own phrases, in any language, found anywhere in a clause as whole words and
 * refused by the same negations.
 * @example asksForHuman('Can I speak with a representative?') // true
 */
export function asksForHuman(text: string, phrases: readonly string[] = []): boolean {
  let words = fold(text);
  for (const phrase of phrases) {
    const folded = fold(phrase).replace(/[| ]+/g, ' ');
    if (folded[1]) words = words.replaceAll(folded, ' * ');
  }
  return request.test(words.replace(/ ?(\S+) ?/g, (_, word: string) => kindOf.get(word) ?? '_'));
}
