import { sql } from 'kysely';

/**
 * What the two indexes of the inbox cover. A query is answered by an index of a part of the table only where it names
 * that part in the same words.
 */
export const isOpen = sql<boolean>`"status" in ('pending', 'active')`;
/** The other part; conversations that nobody ever handed over are in neither. */
export const isResolved = sql<boolean>`"status" = 'resolved'`;
