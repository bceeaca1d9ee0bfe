import { limits } from '@batonchat/protocol';

/** How many facts a page may tell, and how long their names and values may be, in characters. */
export const factLimits = {
  count: limits.facts,
  nameCharacters: limits.factNameCharacters,
  characters: limits.factCharacters,
};
