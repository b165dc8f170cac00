import { parseDecimal } from '../../client/decimal'
import type { RequestOf } from '../../client/rest'

type Body = RequestOf<'applyCorporateAction'>['body']
export type ActionKind = Body['kind']
export type ActionPart = Exclude<keyof Body, 'kind'>

/** A corporate action as it is typed. */
export type TypedAction = Readonly<Record<ActionPart, string>> & { readonly kind: ActionKind }

export const emptyAction: TypedAction = {
  kind: 'split',
  numerator: '',
  denominator: '1',
  amount: '',
  otherSymbol: '',
  costShare: '',
  newSymbol: '',
}

/** Which fields each kind has; the first ones are those it cannot be without. */
const actionParts: Record<ActionKind, readonly [needs: number, ...parts: ActionPart[]]> = {
  split: [2, 'numerator', 'denominator', 'amount'],
  dividend: [1, 'amount'],
  spinOff: [3, 'otherSymbol', 'numerator', 'denominator', 'costShare'],
  rights: [3, 'otherSymbol', 'numerator', 'denominator'],
  symbolChange: [1, 'newSymbol'],
}

const whole: ReadonlySet<ActionPart> = new Set(['numerator', 'denominator'])
const words: ReadonlySet<ActionPart> = new Set(['otherSymbol', 'newSymbol'])

export function partsOfAction(kind: ActionKind): readonly ActionPart[] {
  return actionParts[kind].slice(1) as ActionPart[]
}

/** What is wrong with a field; nothing is said of one that has not been typed yet. */
export function actionFault(part: ActionPart, text: string): string | undefined {
  const value = text.trim()
  if (value === '') return undefined
  if (whole.has(part)) return /^[1-9]\d{0,11}$/.test(value) ? undefined : 'Must be a whole number.'
  if (words.has(part)) return /^[A-Z0-9-]{1,32}$/.test(value) ? undefined : 'Must be a symbol.'
  return parseDecimal(value) === undefined ? 'Must be a plain number.' : undefined
}

/** Whether all that the kind needs is there and right. */
export function isWhole(typed: TypedAction): boolean {
  const [needs] = actionParts[typed.kind]
  return partsOfAction(typed.kind).every(
    (part, i) =>
      actionFault(part, typed[part]) === undefined && (i >= needs || typed[part].trim() !== ''),
  )
}

export function actionBody(typed: TypedAction): Body {
  const given = partsOfAction(typed.kind)
    .map((part) => [part, typed[part].trim()] as const)
    .filter(([, text]) => text !== '')
    .map(([part, text]) => [part, whole.has(part) ? Number(text) : text])
  return { kind: typed.kind, ...Object.fromEntries(given) } as Body
}

/** What the action does, in a sentence for the button that does it. */
export function actionWords(typed: TypedAction, symbol: string): string {
  const ratio = `${typed.numerator} for ${typed.denominator}`
  switch (typed.kind) {
    case 'split':
      return `Split ${symbol} ${ratio}: positions, cost and open orders change`
    case 'dividend':
      return `Pay ${typed.amount} for each lot of ${symbol}`
    case 'spinOff':
      return `Give ${ratio} of ${symbol} in ${typed.otherSymbol}`
    case 'rights':
      return `Give rights ${ratio} of ${symbol} in ${typed.otherSymbol}`
    case 'symbolChange':
      return `Rename ${symbol} to ${typed.newSymbol}`
  }
}
