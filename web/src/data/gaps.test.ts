import { describe, expect, it } from 'vitest'
import { causeWords, lasted, lostMs, missedWords, spansOf, stripMs, type Gap } from './gaps'

const now = Date.parse('2026-03-02T12:00:00Z')
const hour = 3_600_000

/** @param agoMs when it began; `forMs` undefined while it is open */
const gap = (agoMs: number, forMs?: number): Gap => ({
  time: new Date(now - agoMs).toISOString(),
  until: forMs === undefined ? null : new Date(now - agoMs + forMs).toISOString(),
  durationMs: forMs ?? null,
  cause: 'sequence',
  firstMissing: null,
  lastMissing: null,
  healing: forMs === undefined ? 'open' : 'snapshot',
})

describe('the strip of a day', () => {
  it('has each gap at its share of the day, one that is open until now', () => {
    const [open, healed] = spansOf([gap(6 * hour), gap(12 * hour, 3 * hour)], now)
    expect(open).toMatchObject({ from: 0.75, width: 0.25, isOpen: true })
    expect(healed).toMatchObject({ from: 0.5, width: 0.125, isOpen: false })
  })

  it('cuts what began before the day and leaves out what ended before it', () => {
    const spans = spansOf([gap(30 * hour, 12 * hour), gap(40 * hour, hour)], now)
    expect(spans).toHaveLength(1)
    expect(spans[0]).toMatchObject({ from: 0, width: 0.25 })
  })

  it('counts time that two gaps share once', () => {
    const spans = spansOf([gap(12 * hour, 6 * hour), gap(9 * hour, 6 * hour)], now)
    expect(lostMs(spans)).toBe(9 * hour)
    expect(lostMs(spansOf([gap(2 * stripMs)], now))).toBe(stripMs)
    expect(lostMs([])).toBe(0)
  })
})

describe('a gap in words', () => {
  it('says what was missed by the venue’s numbers', () => {
    expect(missedWords({ ...gap(0), firstMissing: 41, lastMissing: 1_240 })).toBe(
      '41–1240 (1,200)',
    )
    expect(missedWords({ ...gap(0), firstMissing: 7, lastMissing: 7 })).toBe('7 (1)')
    expect(missedWords(gap(0))).toBe('—')
  })

  it('says how long it was in units that fit', () => {
    expect([240, 12_480, 200_000, 7_500_000].map(lasted)).toEqual([
      '240 ms',
      '12.4 s',
      '3 min 20 s',
      '2 h 5 min',
    ])
  })

  it('keeps a cause that it does not know as it is told', () => {
    expect(causeWords('checksum')).toBe('Checksum differed')
    expect(causeWords('eclipse')).toBe('eclipse')
  })
})
