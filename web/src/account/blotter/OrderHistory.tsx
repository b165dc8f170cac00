import { For, Show, createMemo } from 'solid-js'
import { OlderRows } from '../../look/OlderRows'
import type { Order } from '../../../client/shapes'
import { orderType } from '../orderType'
import { statusWord } from '../../look/format'
import { useTerminal } from '../../terminal'
import { Grid, extra, notOnPhones, type Column } from './Grid'
import { NumberCell, PriceCell, SideCell, SymbolCell, TimeCell, WordsCell } from './cells'

const columns: readonly Column[] = [
  { head: 'Time UTC', words: true, extra: true },
  { head: 'Market', words: true },
  { head: 'Side', words: true },
  { head: 'Type', words: true, extra: true },
  { head: 'Price' },
  { head: 'Average', extra: 'phone' },
  { head: 'Size', extra: true },
  { head: 'Filled' },
  { head: 'Status', words: true },
]

export function OrderHistory() {
  const { account } = useTerminal()
  const ids = createMemo(() => account.history().map((order) => order.id))
  return (
    <>
      <Grid caption="All orders, newest first" columns={columns}>
        <For each={ids()}>
          {(id) => (
            <Show when={account.orders().get(id)}>{(order) => <Row order={order()} />}</Show>
          )}
        </For>
      </Grid>
      <OlderRows pages={account.ordersPages} name="orders" api="/v1/orders" />
    </>
  )
}

function Row(props: { order: Order }) {
  return (
    <tr class="h-6 hover:bg-raised" data-testid="history-row" data-order={props.order.id}>
      <TimeCell time={props.order.createdAt} />
      <SymbolCell symbol={props.order.symbol} />
      <SideCell side={props.order.side} />
      <WordsCell class={extra}>{orderType(props.order)}</WordsCell>
      <PriceCell text={props.order.price} symbol={props.order.symbol} />
      <PriceCell
        text={props.order.averagePrice}
        symbol={props.order.symbol}
        class={notOnPhones}
      />
      <NumberCell text={props.order.quantity} class={extra} />
      <NumberCell text={props.order.filled} />
      <WordsCell>{statusWord(props.order.status)}</WordsCell>
    </tr>
  )
}
