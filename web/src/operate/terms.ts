import { canonical, decimal, multiply } from '../../client/decimal'
import type { RequestOf } from '../../client/rest'
import type { Terms } from '../../client/shapes'
import { timeText } from '../trade/order'

/** A market's terms as they are typed; empty is what the platform takes for none. */
export interface TypedTerms {
  readonly tiers: readonly { readonly maker: string; readonly taker: string }[]
  readonly margins: readonly {
    readonly upTo: string
    readonly initial: string
    readonly maintenance: string
  }[]
  readonly band: string
  readonly dealerSpread: string
  readonly markMaxAgeMs: string
  readonly expiresAt: string
  readonly financingLong: string
  readonly financingShort: string
}

export const tiersMax = 8

export function typedTerms(terms: Terms): TypedTerms {
  return {
    tiers: terms.feeTiers,
    margins: terms.margins.map((each) => ({
      ...each,
      upTo: each.upTo === null ? '' : canonical(decimal(each.upTo)),
    })),
    band: terms.band ?? '',
    dealerSpread: terms.dealerSpread ?? '',
    markMaxAgeMs: String(terms.markMaxAgeMs ?? ''),
    expiresAt: minuteText(terms.expiresAt),
    financingLong: terms.financingLong,
    financingShort: terms.financingShort,
  }
}

const minuteText = (time: string | null) => time?.slice(0, 16) ?? ''

/**
 * The whole of the terms, as they are to be from now on.
 *
 * @param before an end that was not touched stays what it was, to the second
 */
export function termsBody(typed: TypedTerms, before: Terms): RequestOf<'setTerms'>['body'] {
  const some = (text: string) => (text.trim() === '' ? undefined : text.trim())
  const age = some(typed.markMaxAgeMs)
  const same = typed.expiresAt === minuteText(before.expiresAt)
  const end = same ? (before.expiresAt ?? undefined) : timeText(typed.expiresAt) || undefined
  return {
    feeTiers: typed.tiers.map(({ maker, taker }) => ({ maker: maker.trim(), taker: taker.trim() })),
    margins: typed.margins.map(({ upTo, initial, maintenance }) => ({
      upTo: some(upTo),
      initial: initial.trim(),
      maintenance: maintenance.trim(),
    })),
    band: some(typed.band),
    dealerSpread: some(typed.dealerSpread),
    markMaxAgeMs: age === undefined ? undefined : Number(age),
    expiresAt: end,
    financingLong: some(typed.financingLong),
    financingShort: some(typed.financingShort),
  }
}

/** A fraction as percent: `0.0005` is `0.05 %`. */
export function percentText(fraction: string): string {
  return `${canonical(multiply(decimal(fraction), decimal('100')))} %`
}

/** What cannot be a fraction such as 0.05, in the words of a hint. */
export function fractionFault(text: string, signed = false): string | undefined {
  const form = signed ? /^-?\d+(\.\d{1,6})?$/ : /^\d+(\.\d{1,6})?$/
  const right = text.trim() === '' || form.test(text.trim())
  return right ? undefined : 'Must be a fraction such as 0.0005, with at most six decimals.'
}
