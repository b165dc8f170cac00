import type { AnswerOf } from '../../client/rest'
import { grouped, unknown } from '../look/format'

export type Gap = AnswerOf<'listGaps'>['items'][number]

/** The ledger gives no more in one answer. */
export const gapsMax = 100

export const stripMs = 24 * 3_600_000

/** A gap on the strip: shares of its width from 0 to 1. */
export interface Span {
  readonly from: number
  readonly width: number
  readonly isOpen: boolean
  readonly gap: Gap
}

/** The gaps that reach into the day that ends now; one that is open lasts until now. */
export function spansOf(gaps: readonly Gap[], nowMs: number): readonly Span[] {
  const start = nowMs - stripMs
  return gaps
    .map((gap) => {
      const from = Math.max(start, Date.parse(gap.time))
      const until = gap.until === null ? nowMs : Date.parse(gap.until)
      const width = Math.max(0, until - from) / stripMs
      return { from: (from - start) / stripMs, width, isOpen: gap.until === null, gap, until }
    })
    .filter(({ until, from }) => until > start && from <= 1)
    .map(({ from, width, isOpen, gap }) => ({ from, width, isOpen, gap }))
}

/** How long the book was not known on the strip, overlaps counted once. */
export function lostMs(spans: readonly Span[]): number {
  let [sum, reached] = [0, 0]
  for (const { from, width } of spans.toSorted((a, b) => a.from - b.from)) {
    const until = from + width
    sum += Math.max(0, until - Math.max(from, reached))
    reached = Math.max(reached, until)
  }
  return Math.round(sum * stripMs)
}

const causes: Record<string, string> = {
  sequence: 'Numbers were missing',
  crossed: 'Bid met ask',
  checksum: 'Checksum differed',
  unreadable: 'A frame could not be read',
  disconnected: 'Disconnected',
  lost: 'Lost; the feed did not say why',
}

export function causeWords(cause: string): string {
  return causes[cause] ?? cause
}

const healings: Record<string, string> = {
  snapshot: 'A new snapshot',
  resubscribed: 'Subscribed again',
  restart: 'A restart',
  open: 'Not yet',
}

export function healingWords(healing: string): string {
  return healings[healing] ?? healing
}

/** What did not come: the venue's numbers, how many in brackets. */
export function missedWords({ firstMissing, lastMissing }: Gap): string {
  if (firstMissing === null || lastMissing === null) return unknown
  if (firstMissing === lastMissing) return `${firstMissing} (1)`
  const count = grouped(String(lastMissing - firstMissing + 1))
  return `${firstMissing}–${lastMissing} (${count})`
}

/** `240 ms`, `12.4 s`, `3 min 20 s`, `2 h 5 min`. */
export function lasted(ms: number): string {
  if (ms < 1_000) return `${Math.max(0, Math.round(ms))} ms`
  if (ms < 60_000) return `${(Math.floor(ms / 100) / 10).toFixed(1)} s`
  const seconds = Math.floor(ms / 1_000)
  const minutes = Math.floor(seconds / 60)
  return minutes < 60
    ? `${minutes} min ${seconds % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
