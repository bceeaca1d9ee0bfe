import { describe, expect, it } from 'vitest';
import { asksForHuman } from './asks-for-human.js';

const requests = `
talk to human
talk to a human
I want to talk to an agent
Can I speak with a representative?
Need help from a real person
Let me chat with a human agent
human please
agent
please let me talk to an employee
Could I be connected to a member of staff?
Let me speak with one of your agents
Agent!!!
speak to someone
connect me to support staff
I'd rather talk to a person
I’d rather talk to a person
is there a real person here?
get me a human
customer service representative please
live agent
TALK   TO   A   HUMAN
tälk to a húman
talk, please, to... human please
Hi, could I please speak to a real human being?
human
I would like to be transferred to an agent
hand me over to a human
operator
representative
real person
a person please
customer support
can i talk 2 a human pls
I want human
I want a human!
I need a human now
give me a human agent
I would like a human to look at this
I'd like to speak to your manager
can I get a person please
could I have a human agent please
transfer me to an agent
Connect me with someone from your team
please connect me to customer service
put me through to someone
escalate this issue to a manager
I asked for a human
How do I talk to a human?
where can I speak to somebody about my order
Is there anyone I can talk to?
is there someone i can speak with
I need someone to talk to
who can I talk to about this
can a human look at my order
is a human available?
are any agents online right now
contact a human
call me an agent
No, I want a human
no i want a human
not a bot, a human
I want a person not a machine
I don't want a bot, I want a human
I don't want a bot I want a human
this does not help I need a human
You are not helping me, get me a human
This doesn't work. Human please
I don't understand can I talk to someone
why can't I talk to a human
I can't find it, can I speak with an agent?
How many times do I have to ask for a human?
what do I need to do to talk to a human
let me know if I can talk to a human
if you could connect me to a human that would be great
I prefer a real person
Is it possible to talk to a real person
Hello? Is there a human?
talk human
I want to speak with customer service
chat with your team
hey, any humans around?
I need assistance from a human
is there any way I can reach a human
Can I get help from an agent
I've read your page about returns twice and it does not answer my question. Can I speak to an agent about it?
`;

const others = `
I don't want a human
I don’t want a human
no human please
I do not need to talk to an agent
never mind the agent
are you a human?
are you human
is this a real person?
am I talking to a human?
am i speaking with a real person or a robot
is this bag made for a person of 2 m height
what do your agents do with returns
human-made leather?
is it safe for human skin
do you ship to my real estate agent
I don't think I need a human
I don't want to speak to anyone
no need to talk to a human
there's no need for me to talk to an agent
no thanks, no agent
do not want agent
not human
support
customer service hours?
I want someone to repair my bag
can a person carry 20 kg in it
without talking to a human
can I return it without speaking to someone?
stop connecting me to an agent
please don't transfer me to a person
do not connect me with an agent
I'd rather not talk to a human
instead of talking to an agent, can you help?
do I have to talk to an agent to return it?
Do I need to speak to someone before I send it back?
will I need to contact an agent
when can I talk to a human?
what hours can I speak to an agent
how long does it take to talk to a human
what happens if I ask for an agent
after talking to an agent I still have no refund
I talked to an agent yesterday
I was talking to an agent and got cut off
I thought I was chatting with a person
my travel agent wants a backpack
and can I talk to the courier
you sound like a human
I asked an agent about this yesterday
Do I need someone at home for the delivery?
Does a person have to sign for it?
I need a bag for a person of 150 cm
I want a person-sized duffel
I need an agent code
Is there a person weight limit?
Is there a human size chart
I need support
I need help with my order
can someone help me with my order
How can I contact customer service?
contact person for press
is this chat with a human or a bot
your agent promised me a refund
can another person sign for my parcel
what is the phone number for customer service
can I connect the strap to the support belt
is there a live tracking link
I want a real leather bag
do your agents speak German
are your staff paid well
Talk to you later
can I talk to you
I want to talk about returns
who made this bag
human rights in your factories
Where are the people who sew the bags
I hate talking to agents
Does the Longe fit one person for a week?
hand luggage for one person
Can you speak to the courier for me
Would a person of two metres fit it
what if I don't want a human
my manager wants an invoice
the agent told me to send photos
Can I give my gift card to someone else?
get this to someone by Friday?
forward my parcel to someone else
can my agent collect the parcel

?!
`;

const lines = (list: string) => list.split('\n').slice(1, -1);

describe('asksForHuman', () => {
  it.each(lines(requests))('hears a request in: %s', (text) => {
    expect(asksForHuman(text)).toBe(true);
  });

  it.each(lines(others))('hears none in: %s', (text) => {
    expect(asksForHuman(text)).toBe(false);
  });

  describe("the site's own phrases", () => {
    it('are found as whole words, folded, anywhere in a clause', () => {
      const phrases = ['Menschen sprechen', 'Straße', 'live chat', 'S.O.S!'];
      expect(asksForHuman('Ich möchte mit einem  MENSCHEN   sprechen', phrases)).toBe(true);
      expect(asksForHuman('open the Live-Chat', phrases)).toBe(true);
      expect(asksForHuman('strasse', phrases)).toBe(false);
      expect(asksForHuman('do you deliver chats?', phrases)).toBe(false);
      expect(asksForHuman('olive chatter', phrases)).toBe(false);
      expect(asksForHuman('quiero hablar con un humano', ['hablar con un humáno'])).toBe(true);
    });

    it('are found in scripts that put no space between words', () => {
      expect(asksForHuman('你好，我要转人工服务', ['转人工'])).toBe(true);
      expect(asksForHuman('人工皮革', ['转人工'])).toBe(false);
    });

    it('are taken back by the same words', () => {
      expect(asksForHuman("I don't want live chat", ['live chat'])).toBe(false);
      expect(asksForHuman('no live chat', ['live chat'])).toBe(false);
    });

    it('hear nothing in an empty phrase', () => {
      expect(asksForHuman('where is my order', ['', ' ', '!!', '|'])).toBe(false);
    });
  });

  it.each([
    ['one word', 'a'],
    ['a negation that never ends', "don't want to "],
    ['fillers', 'please now '],
    ['determiners', 'talk to the your a '],
    ['modifiers', 'real live customer support '],
    ['gaps', 'connect me this it through to '],
    ['clauses', 'no, human but '],
    ['apostrophes', "'"],
    ['marks', 'e\u0301\u0302'],
    ['white space', ' \t'],
  ])('answers a hostile 4,000 characters of %s in a few milliseconds', (_, part) => {
    const text = part.repeat(4000 / part.length);
    asksForHuman(text);
    const startedAt = performance.now();
    for (let round = 0; round < 5; round++) asksForHuman(text);
    expect((performance.now() - startedAt) / 5).toBeLessThan(25);
  });
});
