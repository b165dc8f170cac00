import type { AnswerOf, RequestOf } from '../../client/rest'

export type Alert = AnswerOf<'listAlerts'>['items'][number]
export type Firing = AnswerOf<'listAlertEvents'>['items'][number]
export type NewAlert = RequestOf<'createAlert'>['body']

export type Field = 'last' | 'bid' | 'ask' | 'spread' | 'volume' | 'indicator' | 'staleness'
export type Pattern = 'up' | 'down' | 'either' | 'above' | 'below' | 'moves' | 'pattern'

/** An alert as somebody types it. */
export interface AlertDraft {
  readonly name: string
  readonly field: Field
  readonly indicator: string
  readonly interval: '1m' | '5m' | '1h' | '1d'
  readonly pattern: Pattern
  readonly value: string
  readonly withinMinutes: string
  readonly once: boolean
  /** A whole condition as JSON, for the pattern of that name. */
  readonly json: string
}

export const fields: readonly (readonly [Field, string])[] = [
  ['last', 'Last price'],
  ['bid', 'Best bid'],
  ['ask', 'Best ask'],
  ['spread', 'Spread'],
  ['volume', 'Volume of a bar'],
  ['indicator', 'Indicator of bars'],
  ['staleness', 'Seconds of silence'],
]

export const patterns: readonly (readonly [Pattern, string])[] = [
  ['either', 'crosses'],
  ['up', 'crosses upwards'],
  ['down', 'crosses downwards'],
  ['above', 'is above'],
  ['below', 'is below'],
  ['moves', 'moves by per cent'],
  ['pattern', 'pattern, as JSON'],
]

/** A pattern that can be changed: two of three trades above, then silence. */
export const samplePattern = `{"type":"sequence","withinMs":60000,"steps":[
  {"type":"often","times":2,"of":3,"withinMs":10000,
   "condition":{"type":"above","field":{"name":"last"},"value":100}},
  {"type":"above","field":{"name":"staleness"},"value":5}]}`

export function draftAt(price: string): AlertDraft {
  return {
    name: '',
    field: 'last',
    indicator: 'rsi',
    interval: '1m',
    pattern: 'either',
    value: price,
    withinMinutes: '5',
    once: false,
    json: samplePattern,
  }
}

export type Faults = Partial<Record<keyof AlertDraft, string>>

/** What the draft asks for, or what is wrong with it; the platform has the last word. */
export function requestOf(symbol: string, draft: AlertDraft): NewAlert | Faults {
  const name = draft.name.trim()
  const common = {
    symbol,
    repeat: draft.once ? ('once' as const) : ('always' as const),
    ...(name === '' ? {} : { name }),
  }
  if (draft.pattern === 'pattern') {
    try {
      const condition: unknown = JSON.parse(draft.json)
      if (typeof condition === 'object' && condition !== null) {
        return { ...common, condition: condition as Record<string, unknown> }
      }
    } catch {
      // Said below.
    }
    return { json: 'The pattern is not a JSON object' }
  }
  const faults: Faults = {
    ...(isNumber(draft.value) ? {} : { value: 'The value must be a number' }),
    ...(draft.pattern !== 'moves' || Number(draft.withinMinutes) > 0
      ? {}
      : { withinMinutes: 'The time must be a number of minutes' }),
  }
  if (Object.keys(faults).length > 0) return faults
  return { ...common, condition: conditionOf(draft) }
}

export const isRequest = (made: NewAlert | Faults): made is NewAlert => 'condition' in made

function conditionOf(draft: AlertDraft): Record<string, unknown> {
  const field = fieldOf(draft)
  const value = Number(draft.value)
  switch (draft.pattern) {
    case 'above':
    case 'below':
      return { type: draft.pattern, field, value }
    case 'moves':
      return {
        type: 'changes',
        field,
        percent: value,
        withinMs: Math.round(Number(draft.withinMinutes) * 60_000),
      }
    default:
      return { type: 'crosses', field, direction: draft.pattern, value }
  }
}

function fieldOf({ field, indicator, interval }: AlertDraft): Record<string, unknown> {
  if (field === 'volume') return { name: field, interval }
  return field === 'indicator' ? { name: field, indicator, interval } : { name: field }
}

const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(text))

/** Newest first, each once. */
export function withFirings(
  known: readonly Firing[],
  news: readonly Firing[],
): readonly Firing[] {
  const all = new Map([...known, ...news].map((firing) => [firing.id, firing]))
  return [...all.values()].sort((a, b) => Number(b.id) - Number(a.id))
}
