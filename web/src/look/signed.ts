import { compare, formatDecimal, negate, rescale, zero, type Decimal } from '../../client/decimal'
import { grouped } from './format'

/** A gain or a loss in words that need no colour: `▴ +1,204.11`. */
export interface Signed {
  readonly sign: -1 | 0 | 1
  readonly arrow: string
  readonly text: string
  /** The class of its colour. */
  readonly colour: string
}

const looks = [
  { arrow: '▾', mark: '−', colour: 'text-down-number' },
  { arrow: '', mark: '', colour: 'text-digits' },
  { arrow: '▴', mark: '+', colour: 'text-up-number' },
] as const

/** Cut towards zero after `scale` decimals; what is cut to zero has no direction. */
export function signed(value: Decimal, scale = 2): Signed {
  const shown = rescale(value, scale, 'down')
  const sign = compare(shown, zero) as -1 | 0 | 1
  const { arrow, mark, colour } = looks[sign + 1] ?? looks[1]
  const digits = grouped(formatDecimal(sign < 0 ? negate(shown) : shown))
  return { sign, arrow, colour, text: `${arrow} ${mark}${digits}`.trim() }
}
