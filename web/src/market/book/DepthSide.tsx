import { Index, Show, onMount, type Accessor } from 'solid-js'
import { canonical, formatDecimal, type Decimal } from '../../../client/decimal'
import type { Side } from '../../../client/shapes'
import { atScale, grouped, scaleOf } from '../../look/format'
import { useTerminal } from '../../terminal'
import { shareOf, type DepthRow } from './grouping'

interface DepthSideProps {
  readonly side: Side
  readonly rows: readonly DepthRow[]
  /** Of a row, in pixels. */
  readonly height: number
  readonly deepest: Accessor<Decimal>
  /** What is left of one's own orders, by the canonical price of their row. */
  readonly mine: ReadonlyMap<string, Decimal>
  /** Told of the element whose height decides how many rows there are. */
  watch?(element: HTMLElement): void
}

const hints: Record<Side, string> = {
  buy: 'Click: sell here, taking these bids. With Shift: buy here, waiting with them.',
  sell: 'Click: buy here, taking these offers. With Shift: sell here, waiting with them.',
}

/**
 * One side, the best price next to the spread; bars show how much stands up to each price. A price
 * that is clicked goes to the ticket: as an order that takes it, with Shift as one that waits
 * there.
 */
export function DepthSide(props: DepthSideProps) {
  const { ticket, frame, instrument, signedIn } = useTerminal()
  let element: HTMLDivElement | undefined
  onMount(() => {
    if (element !== undefined) props.watch?.(element)
  })
  /** The decimals of a size, so that they stand under each other. */
  const lots = () => scaleOf(instrument()?.lotSize ?? '1')
  const writable = () => instrument()?.tradable === true && signedIn.session() !== undefined
  const fill = (row: DepthRow, waiting: boolean) => {
    if (!writable()) return
    const other = props.side === 'buy' ? 'sell' : 'buy'
    ticket.set({ side: waiting ? props.side : other, type: 'limit', price: row.text })
    frame.focus('trade', '[data-testid=ticket-quantity]')
  }
  return (
    <div
      ref={element}
      class={`flex min-h-0 flex-1 overflow-hidden ${
        props.side === 'sell' ? 'flex-col-reverse' : 'flex-col'
      }`}
      role="rowgroup"
      aria-label={props.side === 'buy' ? 'Bids' : 'Offers'}
      title={writable() ? hints[props.side] : undefined}
    >
      <Index each={props.rows}>
        {(row, i) => (
          <div
            role="row"
            tabindex={i === 0 ? 0 : -1}
            class="relative grid shrink-0 cursor-pointer grid-cols-3 items-center px-3
              hover:bg-raised focus-visible:bg-raised"
            style={{ height: `${props.height}px` }}
            onClick={(event) => fill(row(), event.shiftKey)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              fill(row(), event.shiftKey)
            }}
            data-price={row().text}
          >
            <span
              class={`absolute inset-y-px right-0 w-full origin-right opacity-20 ${
                props.side === 'buy' ? 'bg-up' : 'bg-down'
              }`}
              style={{ transform: `scaleX(${shareOf(row(), props.deepest())})` }}
              aria-hidden="true"
            />
            <Cells
              row={row()}
              side={props.side}
              own={props.mine.get(canonical(row().price))}
              lots={lots()}
            />
          </div>
        )}
      </Index>
    </div>
  )
}

interface CellsProps {
  readonly row: DepthRow
  readonly side: Side
  readonly own: Decimal | undefined
  readonly lots: number
}

function Cells(props: CellsProps) {
  const colour = () => (props.side === 'buy' ? 'text-up-number' : 'text-down-number')
  return (
    <>
      <span role="cell" class={`num live-value relative ${colour()}`}>
        <Show when={props.own}>
          {(own) => (
            <span
              class="absolute left-0 text-accent"
              title={`${grouped(canonical(own()))} of it is yours`}
              data-testid="own-level"
            >
              ▸
            </span>
          )}
        </Show>
        {grouped(props.row.text)}
      </span>
      <span role="cell" class="num live-value relative">
        {atScale(formatDecimal(props.row.quantity), props.lots)}
      </span>
      <span role="cell" class="num live-value relative text-digits">
        {atScale(formatDecimal(props.row.cumulative), props.lots)}
      </span>
    </>
  )
}
