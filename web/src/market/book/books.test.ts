import { describe, expect, it } from 'vitest'
import type { BookSnapshot, Instrument } from '../../../client/shapes'
import { quietForMs, reliedOn, whyNoBook } from './books'
import { books } from '../reducers'

const market = (symbol: string, tradable: boolean) => ({ symbol, tradable }) as Instrument
const own = market('BTC-USD', true)
const venue = market('OKX:BTC-USDT', false)

const book = (change: Partial<BookSnapshot>) =>
  books.snapshot({
    bids: [['1', '1']],
    asks: [],
    sequence: 1,
    time: '2026-03-02T10:00:00Z',
    source: 'OKX',
    ageMs: 0,
    ...change,
  })

describe('a book', () => {
  it('of a venue that is silent for long is old, by what its snapshot says of its age', () => {
    const silent = book({ ageMs: 60_000 })
    expect(quietForMs(venue, silent, Date.now())).toBeGreaterThanOrEqual(60_000)
    const again = books.delta(silent, { bids: [['1', '2']] })
    expect(quietForMs(venue, again, Date.now())).toBeUndefined()
    expect(quietForMs(venue, again, Date.now() + 11_000)).toBeGreaterThan(10_000)
  })

  it('of our own is never old, it is what it is', () => {
    expect(quietForMs(own, book({ ageMs: 60_000 }), Date.now())).toBeUndefined()
  })

  it('that is not known says why, and one of no known source is not shown', () => {
    expect(whyNoBook(venue, book({ time: null, bids: [] }))).toContain('OKX has not sent')
    expect(whyNoBook(venue, book({ source: '' }))).toContain('not known where')
    expect(whyNoBook(own, book({ bids: [] }))).toContain('A limit order would be the first')
    expect(whyNoBook(venue, book({ bids: [] }))).toBe('No one is bidding or offering on OKX.')
    expect(whyNoBook(venue, book({}))).toBeUndefined()
  })

  it('is as old as the platform says where it says so, however long it was quiet', () => {
    const now = Date.now()
    expect(quietForMs(venue, book({ ageMs: 60_000, state: 'good' }), now)).toBeUndefined()
    expect(quietForMs(venue, book({ ageMs: 2_000, state: 'stale' }), now)).toBeGreaterThan(1_000)
    const still = books.delta(book({ ageMs: 60_000, state: 'stale' }), { bids: [['1', '2']] })
    expect(quietForMs(venue, still, now)).toBeGreaterThan(50_000)
  })

  it('is good, stale or unknown, with a reason', () => {
    const now = Date.now() + 500
    const state = (change: Partial<BookSnapshot>, unheardForMs?: number) =>
      reliedOn(venue, book(change), now, unheardForMs)
    expect(state({ state: 'good' }).state).toBe('good')
    expect(state({ state: 'stale', ageMs: 14_000 })).toEqual({
      state: 'stale',
      reason: 'The newest change from OKX is 14 s old.',
    })
    expect(state({ state: 'good' }, 3_000)).toEqual({
      state: 'stale',
      reason: 'The platform has not been heard for 3 s.',
    })
    expect(state({ time: null, bids: [] }).state).toBe('unknown')
    expect(state({ source: '' }).state).toBe('unknown')
    expect(state({ state: 'unknown' }).reason).toBe('OKX does not vouch for this book now.')
  })
})
