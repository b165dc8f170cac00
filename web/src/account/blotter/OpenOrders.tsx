import { For, Show, createEffect, createMemo, createSignal } from 'solid-js'
import { subtract, decimal, formatDecimal } from '../../../client/decimal'
import type { Failure } from '../../../client/failures'
import { isLive, type Order } from '../../../client/shapes'
import { distance } from '../change'
import { orderFlags, orderWord } from '../orderType'
import { grouped, statusWord, unknown } from '../../look/format'
import { signed } from '../../look/signed'
import { followLast } from '../../market/lastPrice'
import { Reason } from '../../look/states'
import { useTerminal } from '../../terminal'
import { ChangeOrder } from './ChangeOrder'
import { Grid, extra, type Column } from './Grid'
import { NumberCell, PriceCell, SideCell, SymbolCell, TimeCell, WordsCell } from './cells'
import { createHeldIds } from './heldIds'

const columns: readonly Column[] = [
  { head: 'Time UTC', words: true, extra: true },
  { head: 'Market', words: true },
  { head: 'Side', words: true },
  { head: 'Type', words: true, extra: true },
  { head: 'Price' },
  { head: 'To trigger', extra: true },
  { head: 'Left' },
  { head: 'Status', words: true, extra: true },
  { head: 'Change' },
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
  const { account, frame } = useTerminal()
  const [canceling, setCanceling] = createSignal(false)
  const [changing, setChanging] = createSignal(false)
  const [failure, setFailure] = createSignal<Failure | undefined>()
  const live = () => isLive(props.order.status)
  const cancel = async () => {
    if (!live() || canceling()) return
    setCanceling(true)
    setFailure(await account.cancel(props.order.id))
    setCanceling(false)
  }
  createEffect(() => {
    if (frame.proposal()?.order === props.order.id) setChanging(true)
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'x') void cancel()
    if (event.key === 'e' && live()) {
      event.preventDefault()
      setChanging(true)
    }
  }
  return (
    <>
      <tr
        class={`h-6 hover:bg-raised focus-visible:bg-raised pointer-coarse:h-11 ${
          live() ? '' : 'opacity-60'
        }`}
        tabindex="0"
        aria-label={`Order ${props.order.id}, E changes it, X cancels it`}
        data-testid="order-row"
        data-order={props.order.id}
        data-status={props.order.status}
        onKeyDown={onKeyDown}
      >
        <Cells order={props.order} />
        <td class="num pr-1">
          <Show when={live()} fallback={statusWord(props.order.status)}>
            <Buttons
              id={props.order.id}
              changing={changing()}
              canceling={canceling()}
              change={() => setChanging((now) => !now)}
              cancel={() => void cancel()}
            />
          </Show>
        </td>
      </tr>
      <Show when={live() && failure()}>{(why) => <NotCanceled failure={why()} />}</Show>
      <Show when={live() && changing()}>
        <tr>
          <td colspan={columns.length} class="p-0">
            <ChangeOrder order={props.order} leave={() => setChanging(false)} />
          </td>
        </tr>
      </Show>
    </>
  )
}

interface ButtonsProps {
  readonly id: string
  readonly changing: boolean
  readonly canceling: boolean
  change(): void
  cancel(): void
}

function Buttons(props: ButtonsProps) {
  return (
    <>
      <button
        type="button"
        class="quiet px-1.5 underline"
        aria-expanded={props.changing}
        aria-label={`Change order ${props.id}`}
        onClick={() => props.change()}
        data-testid="order-change"
      >
        Edit
      </button>
      <button
        type="button"
        class="quiet px-1.5 underline"
        disabled={props.canceling}
        onClick={() => props.cancel()}
        aria-label={`Cancel order ${props.id}`}
        data-testid="order-cancel"
      >
        {props.canceling ? 'Canceling…' : 'Cancel'}
      </button>
    </>
  )
}

function Cells(props: { order: Order }) {
  const left = () =>
    formatDecimal(subtract(decimal(props.order.quantity), decimal(props.order.filled)))
  const where = () => props.order.price ?? props.order.triggerPrice
  const waits = () => props.order.status === 'pending'
  return (
    <>
      <TimeCell time={props.order.createdAt} />
      <SymbolCell symbol={props.order.symbol} />
      <SideCell side={props.order.side} />
      <WordsCell class={extra}>
        <span class="block max-w-44 truncate" title={orderFlags(props.order)}>
          {orderWord(props.order)}
          <span class="text-muted"> {orderFlags(props.order)}</span>
        </span>
      </WordsCell>
      <PriceCell text={where()} symbol={props.order.symbol} waits={waits()} />
      <td class={`num live-value px-2 ${extra}`}>
        <Trigger order={props.order} />
      </td>
      <NumberCell text={left()} />
      <WordsCell class={extra}>{statusWord(props.order.status)}</WordsCell>
    </>
  )
}

/** Where an order waits and how far the market is from there. */
function Trigger(props: { order: Order }) {
  const { topics, instruments } = useTerminal()
  const symbol = () => props.order.symbol
  const waits = () => props.order.status === 'pending' && Boolean(props.order.triggerPrice)
  const last = followLast(topics, () => (waits() ? symbol() : undefined))
  const price = () => {
    const mark = instruments.bySymbol().get(symbol())?.markPrice
    const text = props.order.triggerBy === 'mark' ? (mark ?? undefined) : last()?.price
    return text === undefined ? undefined : decimal(text)
  }
  const away = () => {
    const share = distance(props.order, price())
    return share === undefined ? '' : `${signed(share).text} %`
  }
  return (
    <Show when={waits()} fallback={<span class="text-muted">{unknown}</span>}>
      <span data-testid="order-distance" title="From the last price to the trigger">
        <Show when={props.order.price}>
          <span>{grouped(props.order.triggerPrice ?? '')} </span>
        </Show>
        <span class="text-digits">{away()}</span>
      </span>
    </Show>
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
