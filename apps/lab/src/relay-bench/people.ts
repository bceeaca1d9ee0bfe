/** The agents of the bench; each has many sockets, as if signed in on many machines. */
export const agents = Array.from({ length: 10 }, (_, index) => ({
  email: `agent${index}@bench.example`,
  name: `Agent ${index}`,
}));

/** Every agent's password. */
export const password = 'a-password-of-the-bench';
