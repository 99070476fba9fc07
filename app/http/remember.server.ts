/**
 * Remembers what a lookup found for a short while, so that a classroom of students does not ask the database the
 * same thing sixty times a second. A change is seen at the latest after `ms`.
 */
export function remember<T>(ms: number, look: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const kept = new Map<string, { until: number; value: Promise<T> }>();
  return (key) => {
    const now = Date.now();
    const known = kept.get(key);
    if (known && known.until > now) return known.value;
    if (kept.size > 1000) kept.clear();
    const value = look(key);
    kept.set(key, { until: now + ms, value });
    value.catch(() => kept.delete(key));
    return value;
  };
}
