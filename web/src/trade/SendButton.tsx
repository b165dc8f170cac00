import { Show, createEffect, createSignal, on } from 'solid-js'
import { canonical } from '../../client/decimal'
import type { Instrument } from '../../client/shapes'
import { grouped } from '../look/format'
import { useTerminal } from '../terminal'
import type { WorkingDraft } from './draft'

export interface Send {
  /** True after a press that found a fault, so that empty fields are told as well. */
  readonly tried: () => boolean
  readonly busy: () => boolean
  /** True while an unusual size waits for the second press. */
  readonly asking: () => boolean
  send(): void
}

export function createSend(working: WorkingDraft, market: () => Instrument): Send {
  const { ticket } = useTerminal()
  const [tried, setTried] = createSignal(false)
  const [asked, setAsked] = createSignal<string | undefined>()
  /** All that would make it another order: a question is answered for one order alone. */
  const identity = () => JSON.stringify({ ...ticket.form(), symbol: market().symbol })
  const asking = () => working.unusual() !== undefined && asked() === identity()
  const busy = () => ticket.sending()?.step === 'sent'
  createEffect(
    on(
      () => market().symbol,
      () => setTried(false),
    ),
  )
  return {
    tried,
    busy,
    asking,
    send() {
      const sound = working.faults().length === 0
      setTried(!sound)
      if (!sound || busy()) return
      if (working.unusual() !== undefined && !asking()) {
        setAsked(identity())
        return
      }
      setAsked(undefined)
      void ticket.send(market().symbol, working.setting())
    },
  }
}

interface SendButtonProps {
  readonly working: WorkingDraft
  readonly market: Instrument
  readonly sending: Send
}

export function SendButton(props: SendButtonProps) {
  const { ticket } = useTerminal()
  const buying = () => ticket.form().side === 'buy'
  const words = () => {
    const sound = props.working.faults().length === 0
    const size = sound ? ` ${grouped(ticket.form().quantity.trim())}` : ''
    const anyway = props.sending.asking() ? ' anyway' : ''
    return `${buying() ? 'Buy' : 'Sell'}${size} ${props.market.base}${anyway}`
  }
  return (
    <>
      <Show when={props.sending.asking() && props.working.unusual()}>
        {(largest) => (
          <p class="text-warning" role="alert" data-testid="ticket-question">
            This is more than five times your largest recent order here,{' '}
            {grouped(canonical(largest()))} {props.market.base}. Press again to send it.
          </p>
        )}
      </Show>
      <button
        type="submit"
        class={`h-9 shrink-0 rounded-md font-semibold text-on-side disabled:opacity-60
          pointer-coarse:h-11 ${buying() ? 'bg-up' : 'bg-down'}`}
        disabled={props.sending.busy()}
        onClick={(event) => {
          // The second press of a double click is not a second order.
          if (event.detail > 1) event.preventDefault()
        }}
        data-testid="ticket-send"
      >
        {props.sending.busy() ? 'Sending…' : words()}
      </button>
    </>
  )
}
