import { For, Show, createMemo, createSignal } from 'solid-js'
import { subtract, decimal, formatDecimal } from '../../../client/decimal'
import type { Failure } from '../../../client/failures'
import { isLive, type Order } from '../../../client/shapes'
import { orderType } from '../orderType'
import { statusWord } from '../../look/format'
import { Reason } from '../../look/states'
import { useTerminal } from '../../terminal'
import { Grid, extra, type Column } from './Grid'
import { NumberCell, PriceCell, SideCell, SymbolCell, TimeCell, WordsCell } from './cells'
import { createHeldIds } from './heldIds'

const columns: readonly Column[] = [
  { head: 'Time UTC', words: true, extra: true },
  { head: 'Market', words: true },
  { head: 'Side', words: true },
  { head: 'Type', words: true, extra: true },
  { head: 'Price' },
  { head: 'Size', extra: true },
  { head: 'Left' },
  { head: 'Status', words: true, extra: true },
  { head: 'Cancel' },
]

export function OpenOrders() {
  const { account } = useTerminal()
  const rows = createHeldIds(createMemo(() => account.open().map((order) => order.id)))
  return (
    <Grid caption="Open orders, newest first" columns={columns} hold={rows.hold}>
      <For each={rows.ids()}>
        {(id) => (
          <Show when={account.orders().get(id)}>{(order) => <Row order={order()} />}</Show>
        )}
      </For>
    </Grid>
  )
}

function Row(props: { order: Order }) {
  const { account } = useTerminal()
  const [canceling, setCanceling] = createSignal(false)
  const [failure, setFailure] = createSignal<Failure | undefined>()
  const live = () => isLive(props.order.status)
  const cancel = async () => {
    if (!live() || canceling()) return
    setCanceling(true)
    setFailure(await account.cancel(props.order.id))
    setCanceling(false)
  }
  const left = () =>
    formatDecimal(subtract(decimal(props.order.quantity), decimal(props.order.filled)))
  return (
    <>
      <tr
        class={`h-6 hover:bg-raised focus-visible:bg-raised pointer-coarse:h-11 ${
          live() ? '' : 'opacity-60'
        }`}
        tabindex="0"
        aria-label={`Order ${props.order.id}, X cancels it`}
        data-testid="order-row"
        data-order={props.order.id}
        data-status={props.order.status}
        onKeyDown={(event) => {
          if (event.key === 'x') void cancel()
        }}
      >
        <TimeCell time={props.order.createdAt} />
        <SymbolCell symbol={props.order.symbol} />
        <SideCell side={props.order.side} />
        <WordsCell class={extra}>{orderType(props.order)}</WordsCell>
        <PriceCell text={props.order.price} symbol={props.order.symbol} />
        <NumberCell text={props.order.quantity} class={extra} />
        <NumberCell text={left()} />
        <WordsCell class={extra}>{statusWord(props.order.status)}</WordsCell>
        <td class="num pr-1">
          <Show when={live()} fallback={statusWord(props.order.status)}>
            <button
              type="button"
              class="quiet underline"
              disabled={canceling()}
              onClick={() => void cancel()}
              aria-label={`Cancel order ${props.order.id}`}
              data-testid="order-cancel"
            >
              {canceling() ? 'Canceling…' : 'Cancel'}
            </button>
          </Show>
        </td>
      </tr>
      <Show when={live() && failure()}>{(why) => <NotCanceled failure={why()} />}</Show>
    </>
  )
}

function NotCanceled(props: { failure: Failure }) {
  return (
    <tr>
      <td colspan={columns.length} class="px-3 py-1" role="alert">
        The order was not canceled. <Reason failure={props.failure} />
      </td>
    </tr>
  )
}
