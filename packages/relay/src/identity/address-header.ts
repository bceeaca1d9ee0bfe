/** The header by which the relay tells better-auth the caller's address; what a client writes there is thrown away. */
export const addressHeader = 'x-baton-address';
