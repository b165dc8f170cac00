import type { Algo, OrderType, SelfTradePrevention, Side, TimeInForce } from '../../client/shapes'

/** How much of an order others see while it rests. */
export type Shown = 'whole' | 'part' | 'nothing'

/** What ends the position that an order opens, sent along with it. */
export type Exits = 'none' | 'bracket' | 'oco'

/** What the ticket says, each number as it was typed. */
export interface Form {
  readonly side: Side
  readonly type: OrderType
  readonly quantity: string
  readonly price: string
  readonly timeInForce: TimeInForce
  /** When a GTD order ends: `2026-11-21T22:15`, in UTC. */
  readonly until: string
  readonly trigger: string
  readonly triggerBy: 'last' | 'mark'
  readonly trail: string
  readonly trailIn: 'price' | 'percent'
  readonly postOnly: boolean
  readonly reduceOnly: boolean
  readonly shown: Shown
  readonly display: string
  readonly exits: Exits
  readonly profit: string
  readonly stop: string
  /** The limit of the stop; a market order without. */
  readonly stopLimit: string
  readonly algo: Algo | 'none'
  readonly overMinutes: string
  readonly everySeconds: string
  readonly share: string
  /** What equal parts of the time weigh: `3 2 1 2 3`. */
  readonly curve: string
  /** Empty for the account's own setting. */
  readonly selfTrade: SelfTradePrevention | ''
  readonly effect: 'open' | 'close'
}

export const emptyForm: Form = {
  side: 'buy',
  type: 'limit',
  quantity: '',
  price: '',
  timeInForce: 'GTC',
  until: '',
  trigger: '',
  triggerBy: 'last',
  trail: '',
  trailIn: 'price',
  postOnly: false,
  reduceOnly: false,
  shown: 'whole',
  display: '',
  exits: 'none',
  profit: '',
  stop: '',
  stopLimit: '',
  algo: 'none',
  overMinutes: '30',
  everySeconds: '60',
  share: '10',
  curve: '',
  selfTrade: '',
  effect: 'open',
}

/** What another market makes meaningless. */
export const forgotten: Partial<Form> = {
  quantity: '',
  price: '',
  trigger: '',
  trail: '',
  display: '',
  profit: '',
  stop: '',
  stopLimit: '',
}

/** What the ticket knows of the account and the market besides the form. */
export interface Setting {
  readonly margined: boolean
  /** Long and short stand side by side. */
  readonly hedging: boolean
}

/** A field of the form that may or may not apply. */
export type Part = keyof Form

export const isPriced = (type: OrderType) =>
  type === 'limit' || type === 'stopLimit' || type === 'limitIfTouched'

export const waits = (type: OrderType) => type !== 'limit' && type !== 'market'

/** Times in force that go with a type. */
export function timesOf(type: OrderType): readonly TimeInForce[] {
  if (type === 'market') return ['IOC', 'FOK']
  return isPriced(type) ? ['GTC', 'DAY', 'GTD', 'IOC', 'FOK'] : ['GTC', 'DAY', 'GTD']
}

/** The time in force that is sent: the chosen one where it goes with the type. */
export function timeOf(form: Form): TimeInForce {
  const times = timesOf(form.type)
  return times.includes(form.timeInForce) ? form.timeInForce : (times[0] ?? 'GTC')
}

const rests = (form: Form) => isPriced(form.type) && !['IOC', 'FOK'].includes(timeOf(form))

/** Which fields an order of this form has; only these are shown, checked and sent. */
export function partsOf(form: Form, setting: Setting): ReadonlySet<Part> {
  const parts = new Set<Part>(['side', 'type', 'quantity', 'timeInForce', 'selfTrade'])
  const put = (wanted: boolean, ...names: Part[]) => {
    if (wanted) names.forEach((name) => parts.add(name))
  }
  const { type } = form
  const plain = !waits(type)
  put(plain, 'algo')
  const sliced = plain && form.algo !== 'none'
  put(isPriced(type), 'price')
  put(timeOf(form) === 'GTD', 'until')
  put(waits(type), 'trigger', 'triggerBy')
  put(type === 'trailingStop', 'trail', 'trailIn')
  put(rests(form) && !sliced, 'postOnly', 'shown')
  put(parts.has('shown') && form.shown === 'part', 'display')
  put(setting.margined && form.exits !== 'bracket', 'reduceOnly')
  put(!sliced && !(parts.has('reduceOnly') && form.reduceOnly), 'exits')
  const oco = form.exits === 'oco' && type === 'limit'
  put(parts.has('exits') && form.exits === 'bracket', 'profit', 'stop', 'stopLimit')
  put(parts.has('exits') && oco, 'stop', 'stopLimit')
  put(sliced, 'overMinutes', 'everySeconds')
  put(sliced && form.algo === 'pov', 'share')
  put(sliced && form.algo === 'vwap', 'curve')
  put(setting.margined && setting.hedging, 'effect')
  return parts
}

/** The options that are set beyond the simple ticket, in a trader's words. */
export function optionsOf(form: Form, setting: Setting): readonly string[] {
  const parts = partsOf(form, setting)
  const said = (part: Part, wanted: boolean, words: string) =>
    parts.has(part) && wanted ? [words] : []
  return [
    ...said('postOnly', form.postOnly, 'post-only'),
    ...said('reduceOnly', form.reduceOnly, 'reduce-only'),
    ...said('shown', form.shown === 'part', 'iceberg'),
    ...said('shown', form.shown === 'nothing', 'hidden'),
    ...said('profit', form.profit !== '', `take profit ${form.profit}`),
    ...said('stop', form.stop !== '', `stop loss ${form.stop}`),
    ...said('algo', form.algo !== 'none', form.algo.toUpperCase()),
    ...said('triggerBy', form.triggerBy === 'mark', 'by mark'),
    ...said('selfTrade', form.selfTrade !== '', 'self-trade'),
    ...said('effect', form.effect === 'close', 'closes'),
  ]
}
