import { describe, expect, it } from 'vitest'
import type { Instrument } from '../../client/shapes'
import { faultsOf } from './faults'
import { emptyForm, type Form } from './form'

const now = Date.parse('2026-11-21T20:00:00Z')
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

const told = (change: Partial<Form>) =>
  faultsOf(
    { ...emptyForm, price: '100.00', quantity: '0.5', ...change },
    market,
    { margined: false, hedging: false },
    now,
  ).map((fault) => fault.message)

describe('a form', () => {
  it.each<[Partial<Form>, string]>([
    [{ price: '' }, 'Price is missing.'],
    [{ price: 'ten' }, 'Price must be a plain number such as 0.01.'],
    [{ price: '-1' }, 'Price must be above 0.'],
    [{ price: '100.001' }, 'Price must be a multiple of 0.01.'],
    [{ quantity: '0.00005' }, 'Quantity must be a multiple of 0.0001.'],
    [{ quantity: '0' }, 'Quantity must be above 0.'],
    [{ quantity: '1e3' }, 'Quantity must be a plain number such as 0.0001.'],
    [{ type: 'stop' }, 'Trigger is missing.'],
    [{ type: 'trailingStop' }, 'Distance is missing.'],
    [{ type: 'trailingStop', trail: '1', trigger: '1.001' }, 'Start must be a multiple of 0.01.'],
    [{ type: 'trailingStop', trailIn: 'percent', trail: '101' }, 'Distance must be at most 100 %.'],
    [{ timeInForce: 'GTD' }, 'The end is missing.'],
    [{ timeInForce: 'GTD', until: '2026-11-21T19:59' }, 'The end must be in the future.'],
    [{ shown: 'part', display: '0.5' }, 'The shown part must be less than the size.'],
    [{ shown: 'part' }, 'The shown part is missing.'],
    [{ exits: 'bracket' }, 'Take profit or stop loss must be given.'],
    [{ exits: 'bracket', profit: '100.00' }, 'Take profit must be above 100.'],
    [{ exits: 'bracket', stop: '100.00' }, 'Stop must be below 100.'],
    [{ exits: 'bracket', profit: '101', stopLimit: '90' }, 'A stop limit needs a stop.'],
    [{ exits: 'oco' }, 'Stop is missing.'],
    [{ exits: 'oco', stop: '99' }, 'Stop must be above 100.'],
    [{ side: 'sell', exits: 'oco', stop: '101' }, 'Stop must be below 100.'],
    [{ algo: 'twap', overMinutes: '' }, 'Minutes is missing.'],
    [{ algo: 'twap', overMinutes: '99999' }, 'Minutes must be at most 10,080.'],
    [{ algo: 'twap', everySeconds: '0' }, 'Seconds must be above 0.'],
    [{ algo: 'pov', share: '200' }, 'Share must be at most 100 %.'],
    [{ algo: 'vwap', curve: '1 two' }, 'The curve must be whole numbers such as 3 2 1 2 3.'],
    [{ algo: 'vwap', curve: '0 0' }, 'The curve must have a number above 0.'],
    [{ algo: 'vwap', curve: '1 '.repeat(25) }, 'The curve must have at most 24 numbers.'],
  ])('with %j is told: %s', (change, message) => {
    expect(told(change)).toEqual([message])
  })

  it.each<Partial<Form>>([
    {},
    { type: 'market', price: '' },
    { type: 'stop', price: 'nonsense that does not apply', trigger: '90' },
    { type: 'trailingStop', price: '', trail: '1' },
    { timeInForce: 'GTD', until: '2026-11-21T20:01' },
    { shown: 'part', display: '0.1' },
    { exits: 'bracket', profit: '101', stop: '99', stopLimit: '98' },
    { side: 'sell', exits: 'bracket', profit: '99', stop: '101' },
    { type: 'market', exits: 'bracket', profit: '1', stop: '1000' },
    { side: 'sell', exits: 'oco', stop: '99' },
    { algo: 'vwap', curve: '' },
    { algo: 'pov', share: '12.5' },
  ])('with %j has no fault', (change) => {
    expect(told(change)).toEqual([])
  })
})
