import { For, Show, createMemo, createSignal } from 'solid-js'
import { canonical, decimal, formatDecimal, isZero, rescale } from '../../../client/decimal'
import { grouped, unknown } from '../../look/format'
import { useTerminal } from '../../terminal'
import { ClosePosition } from './ClosePosition'
import { Grid, extra, notOnPhones, type Column } from './Grid'
import { GainCell, NumberCell, PriceCell, SymbolCell, WordsCell } from './cells'
import { createHeldIds } from './heldIds'
import { createLivePositions, totals, type LivePosition } from './livePositions'

const columns: readonly Column[] = [
  { head: 'Market', words: true },
  { head: 'Size' },
  { head: 'Average', extra: true },
  { head: 'Mark', extra: 'phone' },
  { head: 'Value', extra: true },
  { head: 'Unrealized' },
  { head: 'Realized', extra: true },
  { head: 'Close' },
]

/** What the account holds, valued as the market moves. */
export function Positions() {
  const { account } = useTerminal()
  const rows = createHeldIds(createMemo(() => [...account.positions().keys()].sort()))
  const live = createLivePositions(rows.ids)
  return (
    <Grid caption="Positions" columns={columns} hold={rows.hold}>
      <For each={live()}>{(row) => <Row live={row} />}</For>
      <Show when={live().length > 1}>
        <Total rows={live()} />
      </Show>
    </Grid>
  )
}

function Row(props: { live: LivePosition }) {
  const { symbol, side, position, mark, value, unrealized } = props.live
  const [asked, setAsked] = createSignal(false)
  const flat = createMemo(() => isZero(decimal(position().quantity)))
  const markText = () => {
    const now = mark()
    return now === undefined || flat() ? undefined : canonical(now)
  }
  const valueText = () => {
    const now = value()
    return now === undefined ? undefined : formatDecimal(rescale(now, 2, 'down'))
  }
  return (
    <>
      <tr
        class={`h-6 hover:bg-raised focus-visible:bg-raised pointer-coarse:h-11 ${
          flat() ? 'opacity-60' : ''
        }`}
        tabindex="0"
        aria-label={`Position in ${symbol}${flat() ? ', closed' : ', X closes it'}`}
        data-testid="position-row"
        data-position={symbol}
        data-side={side}
        data-flat={flat()}
        onKeyDown={(event) => {
          if (event.key === 'x' && !flat()) setAsked(true)
        }}
      >
        <SymbolCell symbol={symbol} />
        <td class="num live-value px-2 max-wide:px-1">
          {grouped(position().quantity)}
          <Show when={side !== ''}>
            <span class="text-muted"> {side}</span>
          </Show>
        </td>
        <PriceCell text={position().averagePrice} symbol={symbol} class={extra} />
        <PriceCell text={markText()} symbol={symbol} class={notOnPhones} />
        <NumberCell text={valueText()} class={extra} />
        <GainCell value={unrealized()} />
        <GainCell value={decimal(position().realizedPnl)} class={extra} />
        <td class="num pr-1">
          <Show when={!flat()} fallback={<span class="pr-2 text-muted">Closed</span>}>
            <button
              type="button"
              class="quiet underline"
              aria-expanded={asked()}
              aria-label={`Close the position in ${symbol}`}
              onClick={() => setAsked((now) => !now)}
              data-testid="position-close"
            >
              Close
            </button>
          </Show>
        </td>
      </tr>
      <Show when={asked()}>
        <tr>
          <td colspan={columns.length} class="p-0">
            <ClosePosition live={props.live} leave={() => setAsked(false)} />
          </td>
        </tr>
      </Show>
    </>
  )
}

/** Rows in one currency have a sum. */
function Total(props: { rows: readonly LivePosition[] }) {
  const { instruments } = useTerminal()
  const quotes = createMemo(
    () => new Set(props.rows.map((row) => instruments.bySymbol().get(row.symbol)?.quote)),
  )
  const sums = createMemo(() => totals(props.rows))
  const currency = () => [...quotes()][0] ?? unknown
  return (
    <Show when={quotes().size === 1}>
      <tr class="h-6 border-t border-line" data-testid="position-total">
        <WordsCell class="text-muted">Total {currency()}</WordsCell>
        <td />
        <td class={extra} />
        <td class={notOnPhones} />
        <td class={extra} />
        <GainCell value={sums().unrealized} />
        <GainCell value={sums().realized} class={extra} />
        <td />
      </tr>
    </Show>
  )
}
