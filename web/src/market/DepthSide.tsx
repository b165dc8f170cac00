import { Index } from 'solid-js'
import { canonical, formatDecimal, type Decimal } from '../../client/decimal'
import type { Side } from '../../client/shapes'
import { grouped } from '../look/format'
import { useTerminal } from '../terminal'
import { shareOf, type DepthRow } from './grouping'

interface DepthSideProps {
  readonly side: Side
  readonly rows: readonly DepthRow[]
  readonly deepest: Decimal
  /** Canonical prices at which the person has orders. */
  readonly mine: ReadonlySet<string>
}

/** One side, the best price next to the spread; bars show how much stands up to each price. */
export function DepthSide(props: DepthSideProps) {
  const { ticket, frame, instrument } = useTerminal()
  const fill = (row: DepthRow) => {
    if (instrument()?.tradable !== true) return
    ticket.setType('limit')
    ticket.setPrice(canonical(row.price) === row.text ? row.text : formatDecimal(row.price))
    frame.focus('trade', '[data-testid=ticket-quantity]')
  }
  const colour = () => (props.side === 'buy' ? 'text-up-number' : 'text-down-number')
  const bar = () => (props.side === 'buy' ? 'bg-up' : 'bg-down')
  return (
    <div
      class={`flex min-h-0 flex-1 overflow-hidden ${
        props.side === 'sell' ? 'flex-col-reverse' : 'flex-col'
      }`}
      role="rowgroup"
      aria-label={props.side === 'buy' ? 'Bids' : 'Offers'}
    >
      <Index each={props.rows}>
        {(row) => (
          <div
            role="row"
            class="relative grid h-5 shrink-0 cursor-pointer grid-cols-3 items-center px-3
              hover:bg-raised pointer-coarse:h-7"
            onClick={() => fill(row())}
            data-price={row().text}
          >
            <span
              class={`absolute inset-y-px right-0 w-full origin-right opacity-20 ${bar()}`}
              style={{ transform: `scaleX(${shareOf(row(), props.deepest)})` }}
              aria-hidden="true"
            />
            <span role="cell" class={`num live-value relative ${colour()}`}>
              <span class="absolute left-0 text-accent">
                {props.mine.has(canonical(row().price)) ? '▸' : ''}
              </span>
              {grouped(row().text)}
            </span>
            <span role="cell" class="num live-value relative">
              {grouped(formatDecimal(row().quantity))}
            </span>
            <span role="cell" class="num live-value relative text-digits">
              {grouped(formatDecimal(row().cumulative))}
            </span>
          </div>
        )}
      </Index>
    </div>
  )
}
