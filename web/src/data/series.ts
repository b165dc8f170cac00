import type { AnswerOf } from '../../client/rest'

export type Series = AnswerOf<'listSeries'>['items'][number]
export type Value = AnswerOf<'listSeriesValues'>['items'][number]

export interface SeriesPoint {
  readonly second: number
  readonly value: number
}

/** By what nobody else has: source, name and subject. */
export function keyOf({ source, name, subject }: Series): string {
  return `${source}/${name}/${subject}`
}

export function seriesMatches(series: Series, query: string): boolean {
  const text = `${series.source} ${series.name} ${series.subject}`.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** Points that a chart can draw: in order, one a second, the later of two. */
export function pointsOf(values: readonly Value[]): readonly SeriesPoint[] {
  const bySecond = new Map<number, number>()
  for (const { time, value } of values) {
    const ms = Date.parse(time)
    if (Number.isFinite(ms) && Number.isFinite(value)) bySecond.set(Math.floor(ms / 1_000), value)
  }
  return [...bySecond]
    .map(([second, value]) => ({ second, value }))
    .sort((a, b) => a.second - b.second)
}

/** At most six digits after the point, grouped; zeros at the end are left out. */
export function valueText(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 6 })
}
