/** Raised when an older client could misread us. The relay speaks this one and the one before. */
export const protocolVersion = 1;
