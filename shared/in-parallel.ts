/** Does the work for every item, at most `atOnce` at a time. The work must not throw. */
export const inParallel = async <Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  const waiting = items.values();
  const worker = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
};

/** What the work makes of every item, in their order, at most `atOnce` at a time. Throws what the work throws first. */
export const mapInParallel = async <Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results = new Map<number, Promise<Result>>();
  await inParallel([...items.entries()], atOnce, async ([index, item]) => {
    const result = work(item);
    results.set(index, result);
    await Promise.allSettled([result]);
  });
  return Promise.all([...results].sort(([a], [b]) => a - b).map(([, result]) => result));
};
