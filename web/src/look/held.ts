/**
 * The order in which rows are shown. While the pointer is over them nothing moves: rows that have
 * gone keep their place, new ones wait below, so no click lands on another row than was meant.
 */
export function heldOrder(
  shown: readonly string[],
  wanted: readonly string[],
  held: boolean,
): readonly string[] {
  if (!held) return wanted
  const present = new Set(shown)
  return [...shown, ...wanted.filter((id) => !present.has(id))]
}
