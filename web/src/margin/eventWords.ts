import { canonical, decimal, formatDecimal, rescale } from '../../client/decimal'
import type { AccountEvent } from '../../client/shapes'
import { grouped } from '../look/format'

/** How much an event asks of whoever it happened to. */
export type Weight = 'danger' | 'warning' | 'note'

const weights: Partial<Record<AccountEvent['kind'], Weight>> = {
  marginCall: 'warning',
  liquidation: 'danger',
  deleveraged: 'danger',
  insurance: 'danger',
  settled: 'warning',
}

export function weightOf(event: AccountEvent): Weight {
  return weights[event.kind] ?? 'note'
}

/** What was done in a step of a liquidation, after the size that it was done to. */
const steps: Record<NonNullable<AccountEvent['step']>, string> = {
  cancelOrders: 'open orders canceled',
  reduce: 'closed in the market',
  takeOver: 'taken over by the insurance fund',
  deleverage: 'closed against the other side',
  cover: 'the insurance fund paid what was owed',
}

/** What happened, in one sentence that needs no colour. */
export function eventWords(event: AccountEvent): string {
  const where = event.symbol ?? event.asset ?? 'the account'
  const size = event.quantity ? ` ${grouped(canonical(decimal(event.quantity)))}` : ''
  const price = event.price ? ` at ${grouped(event.price)}` : ''
  const money = amountOf(event)
  switch (event.kind) {
    case 'marginCall':
      return `Margin call${event.symbol ? ` in ${event.symbol}` : ''}: equity ${cents(
        event.equity,
      )} is below ${cents(event.initialMargin)} ${event.asset ?? ''}`.trimEnd()
    case 'liquidation':
      return `Liquidation in ${where}:${size} ${steps[event.step ?? 'reduce']}${price}`
    case 'triggered':
      return `Order ${event.orderId ?? ''} in ${where} was triggered${price}`
    case 'funding':
    case 'financing':
    case 'dividend':
    case 'cashInLieu':
    case 'insurance':
      return `${titles[event.kind]} in ${where}: ${money}`
    case 'deleveraged':
      return `Position in ${where} was closed against another's liquidation:${size}${price}`
    case 'settled':
      return `${where} was settled${price}${money === '' ? '' : `: ${money}`}`
    default:
      return `${titles[event.kind]} in ${where}${size}${price}`
  }
}

const titles = {
  funding: 'Funding',
  financing: 'Financing',
  dividend: 'Dividend',
  cashInLieu: 'Cash for fractions',
  insurance: 'Insurance fund',
  split: 'Split',
  spinOff: 'Spin-off',
  rights: 'Rights',
} as const

function amountOf({ amount, asset }: AccountEvent): string {
  if (!amount) return ''
  const value = decimal(amount)
  const paid = value.units < 0n
  const text = grouped(formatDecimal(rescale(value, 2, 'down')).replace('-', ''))
  return `${text} ${asset ?? ''} ${paid ? 'paid' : 'received'}`
}

function cents(text: string | null | undefined): string {
  return text ? grouped(formatDecimal(rescale(decimal(text), 2, 'down'))) : '0.00'
}
