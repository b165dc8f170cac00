import { createMemo, mapArray } from 'solid-js'
import { formatDecimal, rescale } from '../../client/decimal'
import { grouped, unknown } from '../look/format'
import { followLast } from '../market/lastPrice'
import { useTerminal } from '../terminal'
import { equityOf, unitOfAccount, valuingMarkets } from './equity'

/** What the account is worth now, at the last prices of our own markets. */
export function Equity() {
  const { account, instruments, topics } = useTerminal()
  const markets = createMemo(() =>
    valuingMarkets(account.balances(), instruments.value() ?? []),
  )
  const symbols = createMemo(
    () => [...markets().values()].filter((each) => each !== undefined),
    [],
    { equals: (a, b) => a.join() === b.join() },
  )
  const prices = createMemo(
    mapArray(symbols, (symbol) => {
      const last = followLast(topics, () => symbol)
      return { symbol, price: () => last()?.price }
    }),
  )
  const equity = createMemo(() => {
    if (account.balances().length === 0) return undefined
    return equityOf(account.balances(), (asset) =>
      prices()
        .find((each) => each.symbol === markets().get(asset))
        ?.price(),
    )
  })
  const text = () => {
    const sum = equity()
    return sum === undefined ? unknown : grouped(formatDecimal(rescale(sum, 2, 'down')))
  }
  return (
    <p class="truncate" title="Balances at the last prices of Ratel's own markets">
      <span class="text-muted max-wide:sr-only">Equity </span>
      <span class="num live-value" data-testid="equity">
        {text()}
      </span>
      <span class="text-muted max-wide:hidden"> {unitOfAccount}</span>
    </p>
  )
}
