/**
 * Sends at once while it is quiet; what comes while a send is under way goes together with the next.
 * A send costs far more than the post that asks for it, so a rush must not send one by one. `send`
 * must not throw. What is returned resolves when all that was asked for so far has been sent.
 */
export function gathering<T>(send: (items: T[]) => Promise<void>, most: number) {
  let waiting: T[] = [];
  let underWay: Promise<void> | undefined;
  async function drain() {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await send(batch);
    }
    underWay = undefined;
  }
  return (item: T): Promise<void> => {
    waiting.push(item);
    underWay ??= drain();
    return underWay;
  };
}
