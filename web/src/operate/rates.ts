import type { OneRate } from '../../client/shapes'

export type Tier = OneRate['tier']
export type Holder = OneRate['holder']

/** The three numbers of a rate, as they are typed. */
export type RatePart = 'burst' | 'average' | 'periodS'
export type TypedRate = Readonly<Record<RatePart, string>>

export const tiers: readonly (readonly [Tier, string, string])[] = [
  ['api', 'API', 'Requests to operations.'],
  ['stream', 'Stream', 'Messages of a socket, and each topic it subscribes to.'],
  ['static', 'Static files', 'The files of the page.'],
]

export const holders: readonly (readonly [Holder, string])[] = [
  ['free', 'Free, or not signed in'],
  ['pro', 'Pro'],
  ['enterprise', 'Enterprise'],
  ['address', 'All from one address'],
]

const most: Record<RatePart, number> = { burst: 1_000_000, average: 10_000_000, periodS: 86_400 }

export function typed(rate: OneRate): TypedRate {
  return {
    burst: String(rate.burst),
    average: String(rate.average),
    periodS: String(rate.periodS),
  }
}

function whole(text: string): number | undefined {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : undefined
}

/** What is wrong with a rate, by the rules of the platform; the first fault of any. */
export function rateFault(rate: TypedRate): string | undefined {
  for (const part of ['burst', 'average', 'periodS'] as const) {
    const value = whole(rate[part])
    if (value === undefined || value < 1 || value > most[part]) {
      return `${partNames[part]} must be 1 to ${most[part].toLocaleString('en-GB')}.`
    }
  }
  const perSecond = Number(rate.average) / Number(rate.periodS)
  if (perSecond > 1_000_000) return 'At most 1,000,000 a second can be counted.'
  if (perSecond * 60 < 1) return 'At least one a minute must pass, or nobody could set it right.'
  return undefined
}

export const partNames: Record<RatePart, string> = {
  burst: 'At once',
  average: 'Average',
  periodS: 'Period in seconds',
}

/** The rate that is typed; only of one without a fault. */
export function rateOf(tier: Tier, holder: Holder, rate: TypedRate): OneRate {
  return {
    tier,
    holder,
    burst: Number(rate.burst),
    average: Number(rate.average),
    periodS: Number(rate.periodS),
  }
}
