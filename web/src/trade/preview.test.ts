import { describe, expect, it } from 'vitest'
import { bookOf } from '../../client/book'
import { decimal, formatDecimal, canonical } from '../../client/decimal'
import type { Instrument, Order, Settings } from '../../client/shapes'
import { emptyForm, type Form } from './form'
import { chargesOf, previewOf, shownAmount, sizeFor, stepped, unusualAgainst } from './preview'

const market: Instrument = {
  symbol: 'BTC-USD',
  kind: 'spot',
  base: 'BTC',
  quote: 'USD',
  tickSize: '0.01',
  lotSize: '0.0001',
  makerFee: '0.0005',
  takerFee: '0.0010',
  tradable: true,
  state: 'open',
}

const book = bookOf({
  bids: [
    ['100.00', '1'],
    ['99.00', '2'],
  ],
  asks: [
    ['101.00', '1'],
    ['103.00', '2'],
  ],
  sequence: 1,
  time: null,
})

const future: Instrument = {
  ...market,
  symbol: 'BTC-PERP',
  kind: 'perpetual',
  multiplier: '0.1',
  terms: {
    feeTiers: [
      { maker: '0.0002', taker: '0.0005' },
      { maker: '0.0001', taker: '0.0004' },
    ],
    margins: [
      { upTo: '1000', initial: '0.05', maintenance: '0.025' },
      { upTo: null, initial: '0.1', maintenance: '0.05' },
    ],
    band: null,
    dealerSpread: null,
    markMaxAgeMs: null,
    expiresAt: null,
    financingLong: '0',
    financingShort: '0',
  },
}

const settings = (change: Partial<Settings>): Settings => ({
  accountId: '1',
  costMethod: 'average',
  feeTier: 0,
  killed: false,
  leverage: 1,
  marginMode: 'cross',
  marginModel: 'standard',
  parentId: null,
  positionMode: 'netting',
  selfTradePrevention: 'none',
  ...change,
})

const charges = chargesOf(market, undefined)

const draft = (change: Partial<Form>): Form => ({
  ...emptyForm,
  price: '100.00',
  quantity: '0.5',
  ...change,
})

describe('a draft order', () => {
  it('to buy costs its value and the taker fee, exactly', () => {
    const preview = previewOf(
      draft({ price: '64321.57', quantity: '0.1234' }),
      market,
      charges,
      undefined,
    )
    expect(canonical(preview?.value ?? decimal('0'))).toBe('7937.281738')
    expect(canonical(preview?.fee ?? decimal('0'))).toBe('7.937281738')
    expect(canonical(preview?.total ?? decimal('0'))).toBe('7945.219019738')
  })

  it('to sell brings its value less the fee', () => {
    const preview = previewOf(draft({ side: 'sell', quantity: '2' }), market, charges, undefined)
    expect(canonical(preview?.total ?? decimal('0'))).toBe('199.8')
  })

  it('at market is valued level by level', () => {
    const preview = previewOf(draft({ type: 'market', quantity: '2' }), market, charges, book)
    expect(canonical(preview?.value ?? decimal('0'))).toBe('204')
    expect(formatDecimal(preview?.about ?? decimal('0'))).toBe('102.00')
  })

  it('at market has no value when the book is too thin or unknown', () => {
    const thin = draft({ type: 'market', quantity: '4' })
    expect(previewOf(thin, market, charges, book)).toBeUndefined()
    expect(previewOf(draft({ type: 'market' }), market, charges, undefined)).toBeUndefined()
  })
})

describe('an order that waits', () => {
  it('is reckoned at its trigger when it has no limit, else at its limit', () => {
    const stop = draft({ type: 'stop', trigger: '90.00', quantity: '2' })
    expect(canonical(previewOf(stop, market, charges, book)?.value ?? decimal('0'))).toBe('180')
    const limited = { ...stop, type: 'stopLimit' as const, price: '95.00' }
    const preview = previewOf(limited, market, charges, book)
    expect(canonical(preview?.value ?? decimal('0'))).toBe('190')
    expect(preview?.about).toBeUndefined()
  })

  it('is reckoned by the book when it trails from the market', () => {
    const trailing = draft({ type: 'trailingStop', side: 'sell', trail: '1.00', quantity: '1' })
    const preview = previewOf(trailing, market, charges, book)
    expect(canonical(preview?.value ?? decimal('0'))).toBe('100')
  })
})

describe('an order on margin', () => {
  const order = draft({ price: '100.00', quantity: '200' })
  const marginOf = (change: Partial<Settings>) => {
    const preview = previewOf(order, future, chargesOf(future, settings(change)), undefined)
    return [preview?.value, preview?.margin, preview?.fee, preview?.total].map((each) =>
      canonical(each ?? decimal('-1')),
    )
  }

  it('ties up each slice of its value at its bracket, and the fee of its tier', () => {
    // 200 contracts of a tenth at 100: 1,000 at 5 % and 1,000 at 10 %.
    expect(marginOf({})).toEqual(['2000', '150', '1', '151'])
    expect(marginOf({ feeTier: 1 })[2]).toBe('0.8')
  })

  it('ties up less with leverage, where the account has it bear on margin', () => {
    expect(marginOf({ marginModel: 'leveraged', leverage: 4 })[1]).toBe('25')
    expect(marginOf({ marginModel: 'standard', leverage: 4 })[1]).toBe('150')
  })

  it('needs the fee on top also when it sells', () => {
    const preview = previewOf(
      { ...order, side: 'sell' },
      future,
      chargesOf(future, settings({})),
      undefined,
    )
    expect(canonical(preview?.total ?? decimal('0'))).toBe('151')
  })
})

describe('an amount on the ticket', () => {
  it('is never rounded to the favour of the one who reads it', () => {
    expect(formatDecimal(shownAmount(decimal('10.001'), true))).toBe('10.01')
    expect(formatDecimal(shownAmount(decimal('10.009'), false))).toBe('10.00')
  })
})

describe('a share of the funds', () => {
  it('buys whole lots that the funds cover with the fee', () => {
    const size = sizeFor(10, 'buy', decimal('1000'), decimal('100'), market, charges)
    expect(canonical(size ?? decimal('0'))).toBe('9.99')
    const next = previewOf(draft({ quantity: '9.9901' }), market, charges, undefined)
    expect(formatDecimal(shownAmount(next?.total ?? decimal('0'), true))).toBe('1000.01')
  })

  it('sells whole lots of what is there', () => {
    const size = sizeFor(5, 'sell', decimal('0.00031'), undefined, market, charges)
    expect(canonical(size ?? decimal('0'))).toBe('0.0001')
  })

  it('on margin is the largest that fits with its fee, lot by lot', () => {
    const terms = chargesOf(future, settings({}))
    const free = decimal('151')
    const size = sizeFor(10, 'sell', free, decimal('100'), future, terms) ?? decimal('0')
    expect(canonical(size)).toBe('200')
    const less = sizeFor(10, 'buy', decimal('150.9999'), decimal('100'), future, terms)
    expect(canonical(less ?? decimal('0'))).toBe('199.9999')
    const none = sizeFor(10, 'buy', decimal('0'), decimal('1'), future, terms)
    expect(canonical(none ?? decimal('-1'))).toBe('0')
  })

  it('cannot buy without a price', () => {
    expect(sizeFor(5, 'buy', decimal('1000'), undefined, market, charges)).toBeUndefined()
  })
})

describe('an unusual size', () => {
  const past = [{ symbol: 'BTC-USD', quantity: '0.5' }] as Order[]

  it('is more than five times the largest recent one of the market', () => {
    expect(unusualAgainst(decimal('2.5'), 'BTC-USD', past)).toBeUndefined()
    const largest = unusualAgainst(decimal('2.5001'), 'BTC-USD', past)
    expect(canonical(largest ?? decimal('0'))).toBe('0.5')
  })

  it('needs a past in the same market', () => {
    expect(unusualAgainst(decimal('900'), 'ETH-USD', past)).toBeUndefined()
  })
})

describe('the arrow keys in the price', () => {
  it('move by ticks and stop at one tick', () => {
    expect(stepped('100.00', 1, '0.01')).toBe('100.01')
    expect(stepped('100', -10, '0.01')).toBe('99.90')
    expect(stepped('0.03', -10, '0.01')).toBe('0.01')
    expect(stepped('', 1, '0.01')).toBeUndefined()
  })
})
