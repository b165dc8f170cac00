import type { PlaceOrder } from '../../client/shapes'
import { grouped } from '../look/format'
import { partsOf, timeOf, type Form, type Part, type Setting } from './form'

/** An order without its key and account, which are given when it is sent. */
export type NewOrder = Omit<PlaceOrder, 'clientOrderId' | 'accountId'>

const minuteMs = 60_000

/**
 * The order that a form without faults stands for: what applies and was said, nothing else.
 *
 * @param now the platform's time in milliseconds; an order that is worked over time starts then
 */
export function orderOf(form: Form, symbol: string, setting: Setting, now: number): NewOrder {
  const parts = partsOf(form, setting)
  const has = (part: Part) => parts.has(part)
  const text = (part: Part) => String(form[part]).trim()
  const given = (part: Part) => has(part) && text(part) !== ''
  return {
    symbol,
    side: form.side,
    type: form.type,
    quantity: text('quantity'),
    timeInForce: timeOf(form),
    ...(has('price') && { price: text('price') }),
    ...(has('until') && { expiresAt: timeText(form.until) }),
    ...(given('trigger') && { triggerPrice: text('trigger') }),
    ...(has('triggerBy') && form.triggerBy === 'mark' && { triggerBy: form.triggerBy }),
    ...(has('trail') && { [form.trailIn === 'price' ? 'trail' : 'trailPercent']: text('trail') }),
    ...(has('postOnly') && form.postOnly && { postOnly: true }),
    ...(has('reduceOnly') && form.reduceOnly && { reduceOnly: true }),
    ...(has('shown') && form.shown === 'nothing' && { hidden: true }),
    ...(has('display') && { displayQuantity: text('display') }),
    ...(given('selfTrade') && form.selfTrade !== '' && { selfTradePrevention: form.selfTrade }),
    ...(has('effect') && { positionEffect: form.effect }),
    ...(given('profit') && { takeProfit: { price: text('profit') } }),
    ...(given('stop') && { stopLoss: stopLoss(form) }),
    ...(given('stop') && form.exits === 'oco' && { oneCancelsOther: true }),
    ...(has('overMinutes') && form.algo !== 'none' && { algo: algoOf(form, form.algo, now) }),
  }
}

function stopLoss({ stop, stopLimit }: Form) {
  const limit = stopLimit.trim()
  return { triggerPrice: stop.trim(), ...(limit === '' ? {} : { price: limit }) }
}

function algoOf(form: Form, type: 'twap' | 'vwap' | 'pov', now: number) {
  const weights = type === 'vwap' ? curveOf(form.curve) : []
  return {
    type,
    endAt: new Date(now + Number(form.overMinutes) * minuteMs).toISOString(),
    intervalMs: Number(form.everySeconds) * 1_000,
    ...(type === 'pov' && { participationPercent: form.share.trim() }),
    ...(weights.length > 0 && { weights }),
  }
}

/** `3 2,1` as numbers; what is no number stays NaN, for the fault to name. */
export function curveOf(text: string): readonly number[] {
  return text.split(/[\s,]+/).filter(Boolean).map(Number)
}

/** A moment of a date and time field, which is read as UTC. */
export function timeText(field: string): string {
  const ms = Date.parse(`${field}Z`)
  return Number.isNaN(ms) ? '' : new Date(ms).toISOString()
}

/** An order in a line: `Sell 0.1 BTC-USD, stop 95,000`. */
export function orderInWords(order: NewOrder): string {
  const at = (text: string | undefined) => grouped(text ?? '')
  const what = `${order.side === 'buy' ? 'Buy' : 'Sell'} ${at(order.quantity)} ${order.symbol}`
  const worked = order.algo === undefined ? '' : `, ${order.algo.type.toUpperCase()}`
  switch (order.type) {
    case 'limit':
      return `${what} at ${at(order.price)}${worked}`
    case 'market':
      return `${what} at market${worked}`
    case 'stop':
      return `${what}, stop ${at(order.triggerPrice)}`
    case 'stopLimit':
      return `${what} at ${at(order.price)}, stop ${at(order.triggerPrice)}`
    case 'marketIfTouched':
      return `${what}, if touched ${at(order.triggerPrice)}`
    case 'limitIfTouched':
      return `${what} at ${at(order.price)}, if touched ${at(order.triggerPrice)}`
    case 'trailingStop':
      return `${what}, trailing ${order.trail ? at(order.trail) : `${order.trailPercent} %`}`
  }
}
