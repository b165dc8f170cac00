import type { Operations } from '../../client/operations'

export type StoredTable = Operations['listStorage']['answer']['items'][number]

const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'] as const
const step = 1024

/** `1.5 MB`: three digits are enough to see what is large. */
export function sizeText(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= step && unit < units.length - 1) {
    value /= step
    unit++
  }
  const decimals = unit === 0 || value >= 100 ? 0 : 1
  return `${value.toFixed(decimals)} ${units[unit] ?? ''}`
}

/** `~1,000,000` of an estimate. */
export function rowsText(table: StoredTable): string {
  const text = String(table.rows).replace(/\B(?=(\d{3})+$)/g, ',')
  return table.approximate ? `~${text}` : text
}

/** The days of the oldest and the newest partition, both within; nothing where there are none. */
export function spanText(table: StoredTable): string {
  const { from, to } = table
  if (from === null || to === null) return ''
  const lastMs = Date.parse(to) - 1
  return `${from.slice(0, 10)} – ${new Date(lastMs).toISOString().slice(0, 10)}`
}

export function largestFirst(tables: readonly StoredTable[]): readonly StoredTable[] {
  return [...tables].sort((a, b) => b.bytes - a.bytes || a.table.localeCompare(b.table))
}

/** What each store takes, the largest first. */
export function byStore(tables: readonly StoredTable[]): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>()
  for (const { store, bytes } of tables) sums.set(store, (sums.get(store) ?? 0) + bytes)
  return [...sums].sort((a, b) => b[1] - a[1])
}
