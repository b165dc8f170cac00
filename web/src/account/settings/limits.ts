import type { RequestOf } from '../../../client/rest'
import type { Limits } from '../../../client/shapes'

/** Limits as they are typed; empty is none. */
export type TypedLimits = Record<LimitName, string>
export type LimitName = Exclude<keyof Limits, 'accountId' | 'asset'>

/** Each with its title and its unit, in which $ stands for the asset that amounts are in. */
export const limitNames: readonly (readonly [LimitName, string, string])[] = [
  ['orderNotional', 'Order', '$ at most'],
  ['positionNotional', 'Position', '$ at most'],
  ['dailyLoss', 'Daily loss', '$, realized'],
  ['orderLots', 'Order lots', 'lots of one order'],
  ['openOrders', 'Open', 'orders at a time'],
  ['ordersPerSecond', 'Rate', 'orders a second'],
  ['collar', 'Collar', 'of the price, such as 0.05'],
]

const counts: ReadonlySet<LimitName> = new Set(['orderLots', 'openOrders', 'ordersPerSecond'])

export function typedLimits(limits: Limits): TypedLimits {
  const text = ([name]: readonly [LimitName, string, string]) => [name, String(limits[name] ?? '')]
  return Object.fromEntries(limitNames.map(text)) as TypedLimits
}

export function limitFault(name: LimitName, text: string): string | undefined {
  const value = text.trim()
  if (value === '') return undefined
  if (counts.has(name)) {
    return /^[1-9]\d{0,14}$/.test(value) ? undefined : 'Must be a whole number above 0.'
  }
  const isAmount = /^\d+(\.\d+)?$/.test(value) && /[1-9]/.test(value)
  return isAmount ? undefined : 'Must be a plain number above 0, such as 10000.'
}

/** What is sent: a limit that is left empty is lifted; amounts are in the asset. */
export function limitsBody(typed: TypedLimits, asset: string): RequestOf<'setLimits'>['body'] {
  const given = limitNames
    .map(([name]) => [name, typed[name].trim()] as const)
    .filter(([, text]) => text !== '')
  const numbers = given.map(([name, text]) => [name, counts.has(name) ? Number(text) : text])
  return { ...Object.fromEntries(numbers), asset }
}
