/** Runs once, before the server answers its first request. */
export async function register(): Promise<void> {
  const { env } = await import("./lib/env");
  if (!env().TRUST_PROXY) (await import("./lib/auth/socket-address")).tellSocketAddress();
  if (!env().DEMO) return;
  const { followClock } = await import("./lib/follow-clock");
  await followClock(env().DATABASE_URL);
}
