import { describe, expect, it } from 'vitest'
import { emptyForm, optionsOf, partsOf, timesOf, type Form, type Setting } from './form'
import { orderInWords, orderOf, timeText } from './order'

const now = Date.parse('2026-11-21T20:00:00Z')
const spot: Setting = { margined: false, hedging: false }
const futures: Setting = { margined: true, hedging: false }
const hedging: Setting = { margined: true, hedging: true }

/** Every field says something, so that what does not apply would show if it were sent. */
const full: Form = {
  ...emptyForm,
  quantity: ' 2 ',
  price: '100.00',
  until: '2026-11-22T09:30',
  trigger: '95.00',
  trail: '1.50',
  display: '0.5',
  profit: '110.00',
  stop: '90.00',
  stopLimit: '89.00',
  curve: '3 2, 1',
}

const body = (change: Partial<Form>, setting = spot) => {
  const form = { ...full, ...change }
  const { symbol, side, quantity, ...rest } = orderOf(form, 'BTC-USD', setting, now)
  expect([symbol, side, quantity]).toEqual(['BTC-USD', change.side ?? 'buy', '2'])
  return rest
}

describe('the order of each type', () => {
  it.each<[Form['type'], object]>([
    ['limit', { timeInForce: 'GTC', price: '100.00' }],
    ['market', { timeInForce: 'IOC' }],
    ['stop', { timeInForce: 'GTC', triggerPrice: '95.00' }],
    ['stopLimit', { timeInForce: 'GTC', price: '100.00', triggerPrice: '95.00' }],
    ['marketIfTouched', { timeInForce: 'GTC', triggerPrice: '95.00' }],
    ['limitIfTouched', { timeInForce: 'GTC', price: '100.00', triggerPrice: '95.00' }],
    ['trailingStop', { timeInForce: 'GTC', triggerPrice: '95.00', trail: '1.50' }],
  ])('%s says what it has and nothing else', (type, expected) => {
    expect(body({ type })).toEqual({ type, ...expected })
  })

  it('trails in percent, from the market when no start is given', () => {
    const sent = body({ type: 'trailingStop', trailIn: 'percent', trail: '2.5', trigger: '' })
    expect(sent).toEqual({ type: 'trailingStop', timeInForce: 'GTC', trailPercent: '2.5' })
  })

  it('is triggered by the mark when that is chosen', () => {
    expect(body({ type: 'stop', triggerBy: 'mark' })).toMatchObject({ triggerBy: 'mark' })
    expect(body({ type: 'limit', triggerBy: 'mark' })).not.toHaveProperty('triggerBy')
  })
})

describe('the time in force', () => {
  it('goes with the type: a market order never rests', () => {
    expect(timesOf('market')).toEqual(['IOC', 'FOK'])
    expect(body({ type: 'market', timeInForce: 'GTD' })).toMatchObject({ timeInForce: 'IOC' })
    expect(body({ type: 'market', timeInForce: 'FOK' })).toMatchObject({ timeInForce: 'FOK' })
    expect(body({ type: 'stop', timeInForce: 'IOC' })).toMatchObject({ timeInForce: 'GTC' })
  })

  it.each(['GTC', 'IOC', 'FOK', 'DAY'] as const)('%s is sent with a limit order', (timeInForce) => {
    expect(body({ timeInForce })).toEqual({ type: 'limit', price: '100.00', timeInForce })
  })

  it('till a date says the date in UTC', () => {
    expect(body({ timeInForce: 'GTD' })).toMatchObject({
      timeInForce: 'GTD',
      expiresAt: '2026-11-22T09:30:00.000Z',
    })
    expect(timeText('nonsense')).toBe('')
  })
})

describe('what an order may be told besides', () => {
  it('is post-only, an iceberg or hidden while it rests', () => {
    expect(body({ postOnly: true })).toMatchObject({ postOnly: true })
    expect(body({ shown: 'part' })).toMatchObject({ displayQuantity: '0.5' })
    expect(body({ shown: 'nothing' })).toMatchObject({ hidden: true })
    const taking = body({ timeInForce: 'IOC', postOnly: true, shown: 'part' })
    expect(taking).toEqual({ type: 'limit', timeInForce: 'IOC', price: '100.00' })
  })

  it('only reduces where there are positions on margin', () => {
    expect(body({ reduceOnly: true }, futures)).toMatchObject({ reduceOnly: true })
    expect(body({ reduceOnly: true })).not.toHaveProperty('reduceOnly')
  })

  it('brings a bracket, or one of its legs', () => {
    const stopLoss = { triggerPrice: '90.00', price: '89.00' }
    const both = body({ exits: 'bracket' })
    expect(both).toMatchObject({ takeProfit: { price: '110.00' }, stopLoss })
    expect(both).not.toHaveProperty('oneCancelsOther')
    const one = body({ exits: 'bracket', profit: '', stopLimit: '' })
    expect(one).toMatchObject({ stopLoss: { triggerPrice: '90.00' } })
    expect(one).not.toHaveProperty('takeProfit')
    expect(body({ exits: 'none' })).not.toHaveProperty('stopLoss')
  })

  it('is itself one of two that cancel each other, as a limit order alone', () => {
    const sent = body({ exits: 'oco', side: 'sell' })
    expect(sent).toMatchObject({ oneCancelsOther: true, stopLoss: { triggerPrice: '90.00' } })
    expect(sent).not.toHaveProperty('takeProfit')
    expect(body({ exits: 'oco', type: 'market' })).not.toHaveProperty('oneCancelsOther')
  })

  it.each([
    ['twap', { intervalMs: 60_000 }],
    ['vwap', { intervalMs: 60_000, weights: [3, 2, 1] }],
    ['pov', { intervalMs: 60_000, participationPercent: '10' }],
  ] as const)('is worked as %s from now on, alone', (type, more) => {
    const sent = body({ algo: type, postOnly: true, shown: 'part', exits: 'bracket' })
    const algo = { type, endAt: '2026-11-21T20:30:00.000Z', ...more }
    expect(sent).toEqual({ type: 'limit', timeInForce: 'GTC', price: '100.00', algo })
  })

  it('says whose position it is for in a hedging account alone', () => {
    expect(body({ effect: 'close' }, hedging)).toMatchObject({ positionEffect: 'close' })
    expect(body({ effect: 'close' }, futures)).not.toHaveProperty('positionEffect')
  })

  it('says how it meets its own only when that is chosen', () => {
    const selfTrade = 'cancelOldest'
    expect(body({ selfTrade })).toMatchObject({ selfTradePrevention: 'cancelOldest' })
    expect(body({ selfTrade: '' })).not.toHaveProperty('selfTradePrevention')
  })
})

describe('the line of a closed fold', () => {
  it('names what is set and applies', () => {
    const form = { ...full, postOnly: true, exits: 'bracket' as const, triggerBy: 'mark' as const }
    expect(optionsOf(form, spot)).toEqual(['post-only', 'take profit 110.00', 'stop loss 90.00'])
    expect(optionsOf({ ...form, type: 'stop' }, spot)).toContain('by mark')
    expect(optionsOf(emptyForm, hedging)).toEqual([])
  })

  it('belongs to fields that the form has', () => {
    expect(partsOf(emptyForm, spot).has('display')).toBe(false)
    expect(partsOf({ ...emptyForm, shown: 'part' }, spot).has('display')).toBe(true)
  })
})

describe('an order in a line', () => {
  const line = (change: Partial<Form>) => {
    const form = { ...full, price: '1000.00', ...change }
    return orderInWords(orderOf(form, 'ACME', spot, now))
  }

  it.each<[Partial<Form>, string]>([
    [{}, 'Buy 2 ACME at 1,000.00'],
    [{ type: 'market', side: 'sell' }, 'Sell 2 ACME at market'],
    [{ algo: 'pov' }, 'Buy 2 ACME at 1,000.00, POV'],
    [{ type: 'stop' }, 'Buy 2 ACME, stop 95.00'],
    [{ type: 'stopLimit' }, 'Buy 2 ACME at 1,000.00, stop 95.00'],
    [{ type: 'marketIfTouched' }, 'Buy 2 ACME, if touched 95.00'],
    [{ type: 'limitIfTouched' }, 'Buy 2 ACME at 1,000.00, if touched 95.00'],
    [{ type: 'trailingStop' }, 'Buy 2 ACME, trailing 1.50'],
    [{ type: 'trailingStop', trailIn: 'percent' }, 'Buy 2 ACME, trailing 1.50 %'],
  ])('of %j says: %s', (change, words) => {
    expect(line(change)).toBe(words)
  })
})
