/** An exact decimal number: `units / 10^scale`. Money never passes through a float. */
export interface Decimal {
  readonly units: bigint
  readonly scale: number
}

export type Rounding = 'down' | 'up'

/** The longest text that is taken for a number; a longer one is a mistake. */
const maxLength = 60
const form = /^-?\d+(\.\d+)?$/

export const zero: Decimal = { units: 0n, scale: 0 }

/** Reads `-12.340`, keeping its scale; undefined when the text is no plain decimal. */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > maxLength || !form.test(text)) return undefined
  const point = text.indexOf('.')
  if (point < 0) return { units: BigInt(text), scale: 0 }
  return {
    units: BigInt(text.slice(0, point) + text.slice(point + 1)),
    scale: text.length - point - 1,
  }
}

/** Reads a decimal that the platform itself sent; anything else is a broken contract and throws. */
export function decimal(text: string): Decimal {
  const parsed = parseDecimal(text)
  if (parsed === undefined) throw new RangeError(`not a decimal: '${text.slice(0, maxLength)}'`)
  return parsed
}

/** Writes all decimals of the scale: `{units: 1230n, scale: 2}` is `12.30`. */
export function formatDecimal(value: Decimal): string {
  const sign = value.units < 0n ? '-' : ''
  const digits = magnitude(value.units).toString().padStart(value.scale + 1, '0')
  if (value.scale === 0) return sign + digits
  const point = digits.length - value.scale
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

/** The same number in the fewest decimals; one text for each number. */
export function canonical(value: Decimal): string {
  return formatDecimal(trim(value))
}

function trim(value: Decimal): Decimal {
  let { units, scale } = value
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n
    scale -= 1
  }
  return { units, scale }
}

function magnitude(units: bigint): bigint {
  return units < 0n ? -units : units
}

function power(scale: number): bigint {
  return 10n ** BigInt(scale)
}

function unitsAt(value: Decimal, scale: number): bigint {
  return value.units * power(scale - value.scale)
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale }
}

export function negate(a: Decimal): Decimal {
  return { units: -a.units, scale: a.scale }
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b))
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale }
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const difference = subtract(a, b).units
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function isZero(a: Decimal): boolean {
  return a.units === 0n
}

export function isPositive(a: Decimal): boolean {
  return a.units > 0n
}

export function smaller(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) <= 0 ? a : b
}

export function larger(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) >= 0 ? a : b
}

/** `a / b` with `scale` decimals; `down` is towards zero, `up` away from it. Throws when b is 0. */
export function divide(a: Decimal, b: Decimal, scale: number, rounding: Rounding): Decimal {
  if (b.units === 0n) throw new RangeError('division by zero')
  const common = Math.max(a.scale, b.scale)
  const numerator = unitsAt(a, common) * power(scale)
  const denominator = unitsAt(b, common)
  return { units: quotient(numerator, denominator, rounding), scale }
}

function quotient(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const whole = numerator / denominator
  if (rounding === 'down' || whole * denominator === numerator) return whole
  return numerator < 0n === denominator < 0n ? whole + 1n : whole - 1n
}

/** The same number with exactly `scale` decimals, rounded when it has more. */
export function rescale(a: Decimal, scale: number, rounding: Rounding): Decimal {
  if (a.scale <= scale) return { units: unitsAt(a, scale), scale }
  return { units: quotient(a.units, power(a.scale - scale), rounding), scale }
}

/** The nearest multiple of a positive step towards zero (`down`) or away from it (`up`). */
export function toStep(a: Decimal, step: Decimal, rounding: Rounding): Decimal {
  const count = divide(a, step, 0, rounding)
  return multiply(count, step)
}

export function isMultipleOf(a: Decimal, step: Decimal): boolean {
  const scale = Math.max(a.scale, step.scale)
  return unitsAt(a, scale) % unitsAt(step, scale) === 0n
}

/** For drawing only: bar lengths, chart points, percentages. */
export function toNumber(a: Decimal): number {
  return Number(formatDecimal(a))
}
