import { Index, Show, onMount, type Accessor } from 'solid-js'
import { canonical, formatDecimal, type Decimal } from '../../client/decimal'
import type { Side } from '../../client/shapes'
import { atScale, grouped, scaleOf } from '../look/format'
import { useTerminal } from '../terminal'
import { shareOf, type DepthRow } from './grouping'

interface DepthSideProps {
  readonly side: Side
  readonly rows: readonly DepthRow[]
  /** Of a row, in pixels. */
  readonly height: number
  readonly deepest: Accessor<Decimal>
  /** Canonical prices at which the person has orders. */
  readonly mine: Accessor<ReadonlySet<string>>
  /** Told of the element whose height decides how many rows there are. */
  watch?(element: HTMLElement): void
}

/** One side, the best price next to the spread; bars show how much stands up to each price. */
export function DepthSide(props: DepthSideProps) {
  const { ticket, frame, instrument, signedIn } = useTerminal()
  let element: HTMLDivElement | undefined
  onMount(() => {
    if (element !== undefined) props.watch?.(element)
  })
  /** The decimals of a size, so that they stand under each other. */
  const lots = () => scaleOf(instrument()?.lotSize ?? '1')
  const fill = (row: DepthRow) => {
    if (instrument()?.tradable !== true || signedIn.session() === undefined) return
    ticket.setType('limit')
    ticket.setPrice(row.text)
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
    >
      <Index each={props.rows}>
        {(row) => (
          <div
            role="row"
            class="relative grid shrink-0 cursor-pointer grid-cols-3 items-center px-3
              hover:bg-raised"
            style={{ height: `${props.height}px` }}
            onClick={() => fill(row())}
            data-price={row().text}
          >
            <span
              class={`absolute inset-y-px right-0 w-full origin-right opacity-20 ${
                props.side === 'buy' ? 'bg-up' : 'bg-down'
              }`}
              style={{ transform: `scaleX(${shareOf(row(), props.deepest())})` }}
              aria-hidden="true"
            />
            <Cells row={row()} side={props.side} mine={props.mine()} lots={lots()} />
          </div>
        )}
      </Index>
    </div>
  )
}

interface CellsProps {
  readonly row: DepthRow
  readonly side: Side
  readonly mine: ReadonlySet<string>
  readonly lots: number
}

function Cells(props: CellsProps) {
  const colour = () => (props.side === 'buy' ? 'text-up-number' : 'text-down-number')
  return (
    <>
      <span role="cell" class={`num live-value relative ${colour()}`}>
        <Show when={props.mine.has(canonical(props.row.price))}>
          <span class="absolute left-0 text-accent" title="You have an order here">
            ▸
          </span>
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
