import { For } from 'solid-js'
import { OlderRows } from '../../look/OlderRows'
import { useTerminal } from '../../terminal'
import { Grid, extra, type Column } from './Grid'
import { FeeCell, NumberCell, PriceCell, SideCell, SymbolCell, TimeCell, WordsCell } from './cells'

const columns: readonly Column[] = [
  { head: 'Time UTC', words: true, extra: true },
  { head: 'Market', words: true },
  { head: 'Side', words: true },
  { head: 'Price' },
  { head: 'Size' },
  { head: 'Fee' },
  { head: 'Asset', words: true, extra: true },
  { head: 'Role', words: true, extra: true },
  { head: 'Order', words: true, extra: true },
]

export function Fills() {
  const { account } = useTerminal()
  return (
    <>
      <Grid caption="Fills, newest first" columns={columns}>
        <For each={account.fills()}>
          {(fill) => (
            <tr class="h-6 hover:bg-raised" data-testid="fill-row" data-order={fill.orderId}>
              <TimeCell time={fill.time} />
              <SymbolCell symbol={fill.symbol} />
              <SideCell side={fill.side} />
              <PriceCell text={fill.price} symbol={fill.symbol} />
              <NumberCell text={fill.quantity} />
              <FeeCell text={fill.fee} />
              <WordsCell class={extra}>{fill.feeAsset}</WordsCell>
              <WordsCell class={`capitalize ${extra}`}>{fill.liquidity}</WordsCell>
              <WordsCell class={`text-digits tabular-nums ${extra}`}>{fill.orderId}</WordsCell>
            </tr>
          )}
        </For>
      </Grid>
      <OlderRows pages={account.fillsPages} name="fills" api="/v1/trades" />
    </>
  )
}
