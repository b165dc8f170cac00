import { Show, createMemo } from 'solid-js'
import { formatDecimal, rescale } from '../../client/decimal'
import { grouped, percent, unknown } from '../look/format'
import { signed } from '../look/signed'
import { useTerminal } from '../terminal'
import type { Profit } from './dayProfit'
import { unitOfAccount } from './equity'

/** What the account is worth now, and what the day has brought. */
export function Equity() {
  const { worth } = useTerminal()
  const text = () => {
    const sum = worth.equity()
    return sum === undefined ? unknown : grouped(formatDecimal(rescale(sum, 2, 'down')))
  }
  return (
    <div class="flex min-w-0 flex-wrap justify-end gap-x-4 max-wide:leading-tight">
      <p class="truncate" title="Balances at the last prices of Ratel's own markets">
        <span class="text-muted max-full:sr-only">Equity </span>
        <span class="num live-value" data-testid="equity">
          {text()}
        </span>
        <span class="text-muted max-full:hidden"> {unitOfAccount}</span>
      </p>
      <p class="truncate" title="Since 00:00 UTC, deposits and withdrawals apart">
        <span class="text-muted max-full:sr-only">Day </span>
        <span data-testid="day-profit">
          <ProfitText profit={worth.dayProfit()} />
        </span>
      </p>
    </div>
  )
}

/** An amount with its arrow and sign, and its share; the share alone where there is no room. */
export function ProfitText(props: { profit: Profit | undefined; whole?: boolean }) {
  const amount = createMemo(() => props.profit && signed(props.profit.amount))
  const share = () => props.profit?.share
  const aside = () => (props.whole === true ? '' : 'max-wide:sr-only')
  return (
    <Show when={amount()} fallback={<span class="text-muted">{unknown}</span>}>
      {(shown) => (
        <span class={`num live-value ${shown().colour}`}>
          <span class={aside()}>{shown().text} </span>
          <Show when={share() !== undefined}>
            <Show when={props.whole !== true}>
              <span class="wide:hidden">{shown().arrow} </span>
            </Show>
            {percent(share() ?? 0)}
          </Show>
        </span>
      )}
    </Show>
  )
}
