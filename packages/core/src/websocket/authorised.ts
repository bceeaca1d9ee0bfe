/**
 * Asks with a visitor's token, and again with a fresh one where the first is not taken: it may have expired on its way.
 * Without `token` the headers are empty: it is an agent's cookie then that counts.
 */
export async function authorised<Answer extends { status: number }>(
  token: ((fresh: boolean) => Promise<string>) | undefined,
  ask: (headers: Record<string, string>) => Promise<Answer>,
): Promise<Answer> {
  if (!token) return ask({});
  const headers = async (fresh: boolean) => ({ authorization: `Bearer ${await token(fresh)}` });
  const answer = await ask(await headers(false));
  return answer.status === 401 ? ask(await headers(true)) : answer;
}
