import {
  add,
  decimal,
  formatDecimal,
  isZero,
  multiply,
  zero,
  type Decimal,
} from '../../client/decimal'
import type { AccountMargin, Balance, Instrument } from '../../client/shapes'

/** What an account is counted in. */
export const unitOfAccount = 'USD'

/** The market of Ratel's own that values an asset, for every asset held that needs one. */
export function valuingMarkets(
  balances: readonly Balance[],
  instruments: readonly Instrument[],
): ReadonlyMap<string, string | undefined> {
  const held = balances.filter(
    (each) => each.asset !== unitOfAccount && !isZero(decimal(each.total)),
  )
  return new Map(
    held.map((each) => [
      each.asset,
      instruments.find(
        (market) =>
          market.tradable && market.base === each.asset && market.quote === unitOfAccount,
      )?.symbol,
    ]),
  )
}

/** Balances with what closing the positions on margin would bring to them. */
export function withProfits(
  balances: readonly Balance[],
  sheet: readonly Pick<AccountMargin, 'asset' | 'unrealizedPnl'>[],
): readonly Balance[] {
  return balances.map((balance) => {
    const line = sheet.find((each) => each.asset === balance.asset)
    if (line === undefined || isZero(decimal(line.unrealizedPnl))) return balance
    const total = formatDecimal(add(decimal(balance.total), decimal(line.unrealizedPnl)))
    return { ...balance, total }
  })
}

/** The sum of all balances at the last prices; undefined while one of them is not known. */
export function equityOf(
  balances: readonly Balance[],
  priceOf: (asset: string) => string | undefined,
): Decimal | undefined {
  let sum = zero
  for (const balance of balances) {
    const total = decimal(balance.total)
    if (balance.asset === unitOfAccount) sum = add(sum, total)
    else if (!isZero(total)) {
      const price = priceOf(balance.asset)
      if (price === undefined) return undefined
      sum = add(sum, multiply(total, decimal(price)))
    }
  }
  return sum
}
