/** Raised when an older client could misread us. The relay speaks this one and the one before. */
export const protocolVersion = 1;

/** What all schemas of this version come to; `schema-hash.test.ts` says what to do when it differs. */
export const schemaHash = 'ab042fef1efc4d30';
