/**
 * The item that a key leads to in a list; undefined for any other key. Texts are heads, which are
 * passed over; -1 when there is nothing but heads.
 */
export function destination(
  key: string,
  from: number,
  items: readonly unknown[],
  page: number,
): number | undefined {
  const last = items.length - 1
  const target = {
    ArrowDown: Math.min(last, from + 1),
    ArrowUp: Math.max(0, from - 1),
    PageDown: Math.min(last, from + page),
    PageUp: Math.max(0, from - page),
    Home: 0,
    End: last,
  }[key]
  if (target === undefined) return undefined
  const step = target < from ? -1 : 1
  for (let at = target; at >= 0 && at <= last; at += step) {
    if (typeof items[at] !== 'string') return at
  }
  return items.findIndex((item) => typeof item !== 'string')
}
