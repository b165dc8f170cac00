import { describe, expect, it } from 'vitest'
import type { Terms } from '../../client/shapes'
import { fractionFault, percentText, termsBody, typedTerms } from './terms'

const terms: Terms = {
  feeTiers: [{ maker: '-0.0001', taker: '0.0005' }],
  margins: [
    { upTo: '50000.00000000', initial: '0.05', maintenance: '0.025' },
    { upTo: null, initial: '0.1', maintenance: '0.05' },
  ],
  band: null,
  dealerSpread: '0.001',
  markMaxAgeMs: 5_000,
  expiresAt: '2026-12-18T16:00:30Z',
  financingLong: '0.05',
  financingShort: '-0.02',
}

describe('the terms of a market', () => {
  it('that nobody touched are sent as they were', () => {
    expect(termsBody(typedTerms(terms), terms)).toEqual({
      feeTiers: terms.feeTiers,
      margins: [
        { upTo: '50000', initial: '0.05', maintenance: '0.025' },
        { upTo: undefined, initial: '0.1', maintenance: '0.05' },
      ],
      band: undefined,
      dealerSpread: '0.001',
      markMaxAgeMs: 5_000,
      expiresAt: '2026-12-18T16:00:30Z',
      financingLong: '0.05',
      financingShort: '-0.02',
    })
  })

  it('leave out what is emptied', () => {
    const typed = { ...typedTerms(terms), dealerSpread: ' ', expiresAt: '', margins: [] }
    const body = termsBody(typed, terms)
    expect([body.dealerSpread, body.expiresAt, body.margins]).toEqual([undefined, undefined, []])
  })

  it('end at another minute when that is typed', () => {
    const body = termsBody({ ...typedTerms(terms), expiresAt: '2027-01-01T00:00' }, terms)
    expect(body.expiresAt).toBe('2027-01-01T00:00:00.000Z')
  })

  it('are shown in percent', () => {
    expect(percentText('0.0005')).toBe('0.05 %')
    expect(percentText('-0.0001')).toBe('-0.01 %')
  })

  it.each([
    ['5 %', false],
    ['-0.1', false],
    ['-0.1', true],
    ['0.0000001', true],
    ['', false],
  ])('"%s" may be a fraction, below 0 or not: %s', (text, signed) => {
    const right = text === '' || (text === '-0.1' && signed)
    expect(fractionFault(text, signed) === undefined).toBe(right)
  })
})
