import type { Book } from '../../client/book'
import {
  add,
  compare,
  decimal,
  divide,
  formatDecimal,
  isPositive,
  larger,
  multiply,
  parseDecimal,
  rescale,
  smaller,
  subtract,
  toStep,
  zero,
  type Decimal,
} from '../../client/decimal'
import type { Instrument, Order, Settings, Side } from '../../client/shapes'
import { divisorOf, isMargined, leastStep, marginOf, type Bracket } from '../margin/rates'
import { isPriced, waits, type Form } from './form'

/** What a market charges an account. */
export interface Charges {
  /** The highest fee an order can meet, a fraction of the value. */
  readonly fee: Decimal
  /** Of the base in one contract. */
  readonly multiplier: Decimal
  /** Empty where orders are paid in full. */
  readonly brackets: readonly Bracket[]
  readonly divisor: Decimal
}

export function chargesOf(market: Instrument, settings: Settings | undefined): Charges {
  const tier = market.terms?.feeTiers[settings?.feeTier ?? 0]
  const [maker, taker] = [tier?.maker ?? market.makerFee, tier?.taker ?? market.takerFee]
  return {
    fee: larger(decimal(taker ?? '0'), decimal(maker ?? '0')),
    multiplier: decimal(market.multiplier ?? '1'),
    brackets: isMargined(market) ? (market.terms?.margins ?? []) : [],
    divisor: divisorOf(settings),
  }
}

/** What an order would cost at most (buy), bring at least (sell) or tie up, in the quote asset. */
export interface Preview {
  readonly value: Decimal
  readonly fee: Decimal
  /** What has to be there beside the fee on margin; undefined where orders are paid in full. */
  readonly margin: Decimal | undefined
  readonly total: Decimal
  /** The price that was reckoned with, where the form has none: from the book or the trigger. */
  readonly about: Decimal | undefined
}

type Priced = Pick<Form, 'side' | 'type' | 'price' | 'trigger' | 'quantity'>

/**
 * Value, fee and total of a form without faults. An order with a limit is valued there, its worst;
 * one that waits at its trigger; a market order by walking the book. Undefined when the book
 * cannot fill it.
 */
export function previewOf(
  form: Priced,
  market: Instrument,
  charges: Charges,
  book: Book | undefined,
): Preview | undefined {
  const quantity = parseDecimal(form.quantity.trim())
  if (quantity === undefined || !isPositive(quantity)) return undefined
  const price = isPriced(form.type) ? parseDecimal(form.price.trim()) : undefined
  const worth = price === undefined ? aboutWorth(form, quantity, book) : multiply(price, quantity)
  if (worth === undefined) return undefined
  const value = multiply(worth, charges.multiplier)
  const fee = multiply(value, charges.fee)
  const scale = decimal(market.tickSize).scale
  const margin = charges.brackets.length === 0 ? undefined
    : marginOf(value, charges.brackets, 'initial', charges.divisor)
  return {
    value,
    fee,
    margin,
    total: add(margin ?? value, margin || form.side === 'buy' ? fee : multiply(fee, minusOne)),
    about: price === undefined ? divide(worth, quantity, scale, 'down') : undefined,
  }
}

const minusOne = decimal('-1')

function aboutWorth(
  form: Priced,
  quantity: Decimal,
  book: Book | undefined,
): Decimal | undefined {
  const trigger = waits(form.type) ? parseDecimal(form.trigger.trim()) : undefined
  return trigger === undefined ? walk(form.side, quantity, book) : multiply(trigger, quantity)
}

function walk(side: Side, quantity: Decimal, book: Book | undefined): Decimal | undefined {
  const levels = side === 'buy' ? book?.asks : book?.bids
  let left = quantity
  let value = zero
  for (const level of levels ?? []) {
    const taken = smaller(left, level.quantity)
    value = add(value, multiply(taken, level.price))
    left = subtract(left, taken)
    if (!isPositive(left)) return value
  }
  return undefined
}

/** An amount as the ticket shows it: what is paid rounded up, what comes in down. */
export function shownAmount(amount: Decimal, pays: boolean): Decimal {
  return rescale(amount, 2, pays ? 'up' : 'down')
}

/** The largest whole number of lots that `tenths` tenths of the available funds allow. */
export function sizeFor(
  tenths: number,
  side: Side,
  available: Decimal,
  price: Decimal | undefined,
  market: Instrument,
  charges: Charges,
): Decimal | undefined {
  const share = multiply(available, { units: BigInt(tenths), scale: 1 })
  const lot = decimal(market.lotSize)
  const margined = charges.brackets.length > 0
  if (side === 'sell' && !margined) return toStep(share, lot, 'down')
  if (price === undefined || !isPositive(price)) return undefined
  const each = multiply(price, charges.multiplier)
  if (margined) return marginedSize(share, each, lot, charges)
  const withFee = multiply(each, add(decimal('1'), charges.fee))
  return toStep(divide(share, withFee, lot.scale, 'down'), lot, 'down')
}

/** Rates rise with the size, so that the largest that fits has to be looked for. */
function marginedSize(share: Decimal, each: Decimal, lot: Decimal, charges: Charges): Decimal {
  const needs = (lots: bigint) => {
    const value = multiply(each, multiply(lot, { units: lots, scale: 0 }))
    const margin = marginOf(value, charges.brackets, 'initial', charges.divisor)
    return add(margin, multiply(value, charges.fee))
  }
  const most = 10n ** 15n
  const first = leastStep(most, (lots) => compare(needs(lots), share) > 0) ?? most
  return multiply(lot, { units: first > 0n ? first - 1n : 0n, scale: 0 })
}

/** How many times the largest recent size is taken for unusual. */
const unusualTimes = decimal('5')
const recentOrders = 50

/**
 * The largest recent size in this market when the quantity is more than five times that; undefined
 * when the size is usual or there is no past to compare with.
 */
export function unusualAgainst(
  quantity: Decimal,
  symbol: string,
  past: readonly Order[],
): Decimal | undefined {
  const sizes = past
    .filter((order) => order.symbol === symbol)
    .slice(0, recentOrders)
    .map((order) => decimal(order.quantity))
  if (sizes.length === 0) return undefined
  const largest = sizes.reduce(larger)
  return compare(quantity, multiply(largest, unusualTimes)) > 0 ? largest : undefined
}

/** The price a number of ticks away, never below one tick. */
export function stepped(text: string, ticks: number, tickSize: string): string | undefined {
  const price = parseDecimal(text)
  if (price === undefined) return undefined
  const tick = decimal(tickSize)
  const moved = add(toStep(price, tick, 'down'), multiply(tick, decimal(String(ticks))))
  const bounded = larger(moved, tick)
  return formatDecimal(rescale(bounded, tick.scale, 'down'))
}

