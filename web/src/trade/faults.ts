import {
  canonical,
  compare,
  decimal,
  isMultipleOf,
  isPositive,
  parseDecimal,
} from '../../client/decimal'
import type { Instrument } from '../../client/shapes'
import { grouped } from '../look/format'
import { isPriced, partsOf, type Form, type Part, type Setting } from './form'
import { curveOf, timeText } from './order'

export interface Fault {
  readonly part: Part
  readonly message: string
}

const percentStep = '0.0001'
const weightsMax = 24
const weightMax = 1_000_000
const longestMinutes = 7 * 24 * 60

/**
 * All that is wrong with a form before it is sent, in words that say what would be right; the
 * platform's own rules still have the last word.
 *
 * @param now the platform's time in milliseconds
 */
export function faultsOf(
  form: Form,
  market: Instrument,
  setting: Setting,
  now: number,
): readonly Fault[] {
  const parts = partsOf(form, setting)
  const faults: Fault[] = []
  const check = (part: Part, message: (text: string) => string | undefined) => {
    const told = parts.has(part) ? message(String(form[part]).trim()) : undefined
    if (told !== undefined) faults.push({ part, message: told })
  }
  const price = (name: string) => (text: string) => stepFault(name, text, market.tickSize)
  const maybe = (name: string) => (text: string) => (text === '' ? undefined : price(name)(text))
  check('trigger', form.type === 'trailingStop' ? maybe('Start') : price('Trigger'))
  check('trail', (text) =>
    form.trailIn === 'price'
      ? stepFault('Distance', text, market.tickSize)
      : percentFault('Distance', text),
  )
  check('price', price('Price'))
  check('quantity', (text) => stepFault('Quantity', text, market.lotSize))
  check('until', (text) => untilFault(text, now))
  check('display', (text) => displayFault(text, form.quantity, market.lotSize))
  if (form.exits === 'bracket' && parts.has('profit') && !form.profit.trim() && !form.stop.trim()) {
    faults.push({ part: 'profit', message: 'Take profit or stop loss must be given.' })
  }
  check('profit', (text) => maybe('Take profit')(text) ?? beyond('Take profit', text, form, 'good'))
  const stop = form.exits === 'oco' ? price('Stop') : maybe('Stop loss')
  check('stop', (text) => stop(text) ?? beyond('Stop', text, form, 'bad'))
  check('stopLimit', (text) =>
    text !== '' && !form.stop.trim() ? 'A stop limit needs a stop.' : maybe('Stop limit')(text),
  )
  check('overMinutes', (text) => wholeFault('Minutes', text, longestMinutes))
  check('everySeconds', (text) => wholeFault('Seconds', text, longestMinutes * 60))
  check('share', (text) => percentFault('Share', text))
  check('curve', curveFault)
  return faults
}

export function stepFault(name: string, text: string, stepText: string): string | undefined {
  const value = parseDecimal(text)
  if (text === '') return `${name} is missing.`
  if (value === undefined) return `${name} must be a plain number such as ${stepText}.`
  if (!isPositive(value)) return `${name} must be above 0.`
  if (!isMultipleOf(value, decimal(stepText))) return `${name} must be a multiple of ${stepText}.`
  return undefined
}

function percentFault(name: string, text: string): string | undefined {
  const fault = stepFault(name, text, percentStep)
  if (fault !== undefined) return fault
  return compare(decimal(text), decimal('100')) > 0 ? `${name} must be at most 100 %.` : undefined
}

function wholeFault(name: string, text: string, most: number): string | undefined {
  const fault = stepFault(name, text, '1')
  if (fault !== undefined) return fault
  return Number(text) > most ? `${name} must be at most ${grouped(String(most))}.` : undefined
}

function untilFault(text: string, now: number): string | undefined {
  if (text === '') return 'The end is missing.'
  const time = timeText(text)
  if (time === '') return 'The end must be a date and a time.'
  return Date.parse(time) <= now ? 'The end must be in the future.' : undefined
}

function displayFault(text: string, whole: string, lotSize: string): string | undefined {
  const fault = stepFault('The shown part', text, lotSize)
  if (fault !== undefined) return fault
  const quantity = parseDecimal(whole.trim())
  const less = quantity === undefined || compare(decimal(text), quantity) < 0
  return less ? undefined : 'The shown part must be less than the size.'
}

function curveFault(text: string): string | undefined {
  const weights = curveOf(text)
  const right = (each: number) => Number.isInteger(each) && each >= 0 && each <= weightMax
  if (!weights.every(right)) return 'The curve must be whole numbers such as 3 2 1 2 3.'
  if (weights.length > weightsMax) return `The curve must have at most ${weightsMax} numbers.`
  if (weights.length > 0 && weights.every((each) => each === 0)) {
    return 'The curve must have a number above 0.'
  }
  return undefined
}

/** A profit lies beyond the entry on the order's good side, a stop on its bad one. */
function beyond(name: string, text: string, form: Form, side: 'good' | 'bad'): string | undefined {
  const entry = isPriced(form.type) ? parseDecimal(form.price.trim()) : undefined
  const value = parseDecimal(text)
  if (value === undefined || entry === undefined) return undefined
  // As one of two that cancel each other the order itself takes the profit: its stop is opposite.
  const opens = form.exits !== 'oco'
  const above = ((form.side === 'buy') === (side === 'good')) === opens
  const order = compare(value, entry)
  if (above ? order > 0 : order < 0) return undefined
  return `${name} must be ${above ? 'above' : 'below'} ${grouped(canonical(entry))}.`
}
