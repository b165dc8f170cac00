import { For, Show, createMemo } from 'solid-js'
import {
  add,
  canonical,
  decimal,
  divide,
  formatDecimal,
  isZero,
  larger,
  multiply,
  negate,
  rescale,
  subtract,
  zero,
  type Decimal,
} from '../../client/decimal'
import { Grid, extra, notOnPhones, type Column } from '../account/blotter/Grid'
import { GainCell, NumberCell, PriceCell, SymbolCell, WordsCell } from '../account/blotter/cells'
import { createLivePositions, type LivePosition } from '../account/blotter/livePositions'
import { cents } from '../account/curve'
import { symbolOf } from '../account/positions'
import { unknown } from '../look/format'
import { useTerminal } from '../terminal'
import { liquidationPrice } from './liquidation'
import { divisorOf, isMargined, marginOf } from './rates'

const columns: readonly Column[] = [
  { head: 'Market', words: true },
  { head: 'Side', words: true },
  { head: 'Size' },
  { head: 'Average', extra: true },
  { head: 'Mark', extra: 'phone' },
  { head: 'Liq. price ≈' },
  { head: 'Mode', words: true, extra: true },
  { head: 'Leverage', extra: true },
  { head: 'Margin', extra: true },
  { head: 'Unrealized' },
]

/** The positions on margin, and where each would be liquidated. */
export function MarginPositions() {
  const { account, instruments } = useTerminal()
  const keys = createMemo(
    () =>
      [...account.positions()]
        .filter(([key, position]) => {
          const market = instruments.bySymbol().get(symbolOf(key))
          return isMargined(market) && !isZero(decimal(position.quantity))
        })
        .map(([key]) => key)
        .sort(),
    [],
    { equals: (a, b) => a.join() === b.join() },
  )
  const live = createLivePositions(keys)
  return (
    <Show
      when={live().length > 0}
      fallback={<p class="px-3 py-2 text-muted">No position is held on margin.</p>}
    >
      <Grid caption="Positions on margin" columns={columns}>
        <For each={live()}>{(each) => <Row live={each} all={live()} />}</For>
      </Grid>
    </Show>
  )
}

const absolute = (value: Decimal) => larger(value, negate(value))

function Row(props: { live: LivePosition; all: readonly LivePosition[] }) {
  const { margin } = useTerminal()
  const { symbol, position, mark, value, unrealized } = props.live
  const held = () => decimal(position().margin ?? '0')
  const price = createLiquidation(props.live, () => props.all)
  const leverage = () => {
    const worth = value()
    if (worth === undefined || isZero(held())) return unknown
    return `${formatDecimal(divide(absolute(worth), held(), 1, 'down'))} ×`
  }
  const short = () => decimal(position().quantity).units < 0n
  const text = (price: Decimal | undefined) => (price === undefined ? undefined : canonical(price))
  return (
    <tr class="h-6 hover:bg-raised" data-testid="margin-position" data-position={symbol}>
      <SymbolCell symbol={symbol} />
      <WordsCell class={short() ? 'text-down-number' : 'text-up-number'}>
        {short() ? '▾ Short' : '▴ Long'}
      </WordsCell>
      <NumberCell text={position().quantity} />
      <PriceCell text={position().averagePrice} symbol={symbol} class={extra} />
      <PriceCell text={text(mark())} symbol={symbol} class={notOnPhones} />
      <PriceCell text={text(price())} symbol={symbol} class="text-warning" />
      <WordsCell class={`capitalize ${extra}`}>{margin.settings()?.marginMode}</WordsCell>
      <td class={`num live-value px-2 ${extra}`}>{leverage()}</td>
      <NumberCell text={cents(position().margin ?? '0')} class={extra} />
      <GainCell value={unrealized()} />
    </tr>
  )
}

/** Where a position would be liquidated while all others stay where they are. */
function createLiquidation(live: LivePosition, all: () => readonly LivePosition[]) {
  const { instruments, margin } = useTerminal()
  const maintenanceOf = (each: LivePosition): Decimal => {
    const brackets = instruments.bySymbol().get(each.symbol)?.terms?.margins ?? []
    const worth = each.value()
    if (worth === undefined) return zero
    return marginOf(absolute(worth), brackets, 'maintenance', divisorOf(margin.settings()))
  }
  return createMemo(() => {
    const market = instruments.bySymbol().get(live.symbol)
    const [mark, settings] = [live.mark(), margin.settings()]
    const line = margin.sheet()?.find((each) => each.asset === market?.quote)
    const profit = live.unrealized()
    if (!market || !line || !mark || !settings || !profit) return undefined
    const alone = settings.marginMode === 'isolated'
    const own = maintenanceOf(live)
    const sum = all()
      .filter((each) => instruments.bySymbol().get(each.symbol)?.quote === market.quote)
      .reduce((whole, each) => add(whole, maintenanceOf(each)), zero)
    return liquidationPrice({
      size: multiply(decimal(live.position().quantity), decimal(market.multiplier ?? '1')),
      mark: rescale(mark, decimal(market.tickSize).scale, 'down'),
      tick: decimal(market.tickSize),
      brackets: market.terms?.margins ?? [],
      divisor: divisorOf(settings),
      equity: alone ? add(decimal(live.position().margin ?? '0'), profit) : decimal(line.equity),
      othersMaintenance: alone ? zero : subtract(sum, own),
    })
  })
}
