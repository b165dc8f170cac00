/** Orders two ISO-8601 UTC times of any precision; a text with fewer decimals is its prefix. */
export function compareTimes(a: string, b: string): number {
  const [left, right] = [a.replace('Z', ''), b.replace('Z', '')]
  return left < right ? -1 : left > right ? 1 : 0
}
