/* What whoever embeds the chat got wrong: each text names what it is about and what there is in its place. */
import { callNames } from './baton.js';

export const unknownCall = (name: unknown) =>
  `there is no call ${show(name)}. There are: ${callNames.join(', ')}.`;
export const secondTag = (name: string) =>
  `this page has its script tag twice, and a second chat was not made. Remove one, or give it another data-global than "${name}".`;
export const unknownEvent = (name: unknown, names: readonly string[]) =>
  `there is no event ${show(name)} to listen to. There are: ${names.join(', ')}.`;
export const noListener = (name: unknown) => `Baton('on', ${show(name)}, ...) needs a function to call.`;
export const unknownOption = (name: string, names: readonly string[]) =>
  `there is no option ${show(name)} (data-${dashed(name)}). There are: ${names.map((each) => `data-${dashed(each)}`).join(', ')}.`;
export const wrongValue = (name: string, value: string, values: readonly string[]) =>
  `data-${dashed(name)} is ${show(value)}. It may be: ${values.join(', ')}.`;
export const noTarget = (selector: string | undefined) =>
  selector === undefined
    ? 'data-placement is "inline" without data-target. Give the selector of the element to stand in; until then it is an overlay.'
    : `data-target is ${show(selector)}, and no element matches it. The chat is an overlay instead.`;
export const wrongCall = (name: string, wants: string) =>
  `Baton('${name}', ...) wants ${wants}. Nothing was done.`;
export const wrongFacts = (why: string) =>
  `Baton('context', ...): ${why} At most 20 facts are taken, names of 40 characters, values of 200.`;

const show = (value: unknown) => JSON.stringify(value) ?? String(value);
const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const said = new Set<string>();

/** Says it in the console, once a page. */
export function complain(about: string): void {
  if (said.has(about)) return;
  said.add(about);
  console.warn(`Baton: ${about}`);
}
