import { Match, Show, Switch, createMemo, createSignal, onMount } from 'solid-js'
import { formatDecimal, negate, rescale, zero, compare } from '../../../client/decimal'
import type { OrderStatus } from '../../../client/shapes'
import { grouped, statusWord } from '../../look/format'
import { Reason } from '../../look/states'
import { useTerminal } from '../../terminal'
import type { Sending } from '../../trade/ticket'
import { closing } from '../positions'
import type { LivePosition } from './livePositions'

/** Names the order that ends a position, sends it, and says in place what became of it. */
export function ClosePosition(props: { live: LivePosition; leave(): void }) {
  const { ticket, account } = useTerminal()
  const [key, setKey] = createSignal<string | undefined>()
  const sending = createMemo(() => {
    const now = ticket.sending()
    return now !== undefined && now.request.clientOrderId === key() ? now : undefined
  })
  const status = () => {
    const now = sending()
    return now?.step === 'acknowledged' ? account.orders().get(now.orderId)?.status : undefined
  }
  const send = () => {
    const order = closing(props.live.position(), props.live.margined())
    if (order === undefined || key() !== undefined) return
    setKey(ticket.place({ symbol: props.live.symbol, type: 'market', ...order }))
  }
  return (
    <div
      class="flex flex-wrap items-center gap-2 border-y border-line bg-raised px-3 py-1.5"
      role="group"
      aria-label={`Close the position in ${props.live.symbol}`}
      data-step={sending()?.step ?? 'none'}
      data-status={status() ?? ''}
      data-testid="position-closing"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        props.leave()
      }}
    >
      <Show when={key() === undefined} fallback={<Outcome sending={sending()} status={status()} />}>
        <Question live={props.live} send={send} />
      </Show>
      <button
        type="button"
        class="quiet ml-auto pointer-coarse:min-h-11"
        onClick={() => props.leave()}
      >
        {key() === undefined ? 'Keep it' : 'Done'}
      </button>
    </div>
  )
}

/** The button says the whole order. */
function Question(props: { live: LivePosition; send(): void }) {
  const { instruments } = useTerminal()
  let button: HTMLButtonElement | undefined
  onMount(() => button?.focus())
  const market = () => instruments.bySymbol().get(props.live.symbol)
  const words = () => {
    const order = closing(props.live.position())
    const verb = order?.side === 'buy' ? 'Buy' : 'Sell'
    return `${verb} ${grouped(order?.quantity ?? '0')} ${market()?.base ?? ''} at market`
  }
  const about = () => {
    const value = props.live.value()
    if (value === undefined) return ''
    const size = compare(value, zero) < 0 ? negate(value) : value
    return `≈ ${grouped(formatDecimal(rescale(size, 2, 'down')))} ${market()?.quote ?? ''}`
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        class="firm border-danger text-danger-text pointer-coarse:min-h-11"
        onClick={(event) => {
          // The second press of a double click on Close is no answer.
          if (event.detail <= 1) props.send()
        }}
        data-testid="position-close-confirm"
      >
        {words()}
      </button>
      <span
        class="live-value text-muted tabular-nums max-wide:order-last max-wide:w-full"
        title="At the mark; the market decides what it brings"
      >
        {about()}
      </span>
    </>
  )
}

function Outcome(props: { sending: Sending | undefined; status: OrderStatus | undefined }) {
  const failure = () => {
    const now = props.sending
    return now?.step === 'refused' || now?.step === 'unanswered' ? now.failure : undefined
  }
  return (
    <div role="status">
      <Switch>
        <Match when={failure()}>
          {(why) => (
            <>
              {props.sending?.step === 'refused'
                ? 'Refused; nothing was changed.'
                : 'No answer came: the ticket can send the same order again.'}
              <Reason failure={why()} />
            </>
          )}
        </Match>
        <Match when={props.sending?.step === 'sent'}>Sent…</Match>
        <Match when={props.sending?.step === 'acknowledged'}>
          ✓ Sent ✓ Acknowledged ✓ {statusWord(props.status ?? 'open')}
        </Match>
      </Switch>
    </div>
  )
}
