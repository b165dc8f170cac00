import { Show, createEffect, createSignal, on, onCleanup, onMount } from 'solid-js'
import { canonical } from '../../client/decimal'
import type { Instrument } from '../../client/shapes'
import { isTyping } from '../frame/keyboard'
import { grouped } from '../look/format'
import { useTerminal } from '../terminal'
import { Amounts } from './Amounts'
import { DecimalField } from './DecimalField'
import { SideChoice, Sizes, TypeChoice } from './choices'
import { createDraft, type WorkingDraft } from './draft'
import { TicketResult } from './TicketResult'

export function OrderTicket(props: { instrument: Instrument }) {
  const { ticket } = useTerminal()
  const market = () => props.instrument
  const working = createDraft(market)
  const sending = createSend(working, market)
  const message = (field: 'price' | 'quantity') => {
    const typed = field === 'price' ? ticket.price() : ticket.quantity()
    const fault = working.fault()
    return fault?.field === field && (sending.tried() || typed !== '') ? fault.message : undefined
  }
  let form: HTMLFormElement | undefined
  onMount(() => {
    // The digits work wherever the focus is in the panel, its own frame included.
    const panel = form?.closest<HTMLElement>('[data-panel]')
    const onKeyDown = (event: KeyboardEvent) => sizeByDigit(event, working)
    panel?.addEventListener('keydown', onKeyDown)
    onCleanup(() => panel?.removeEventListener('keydown', onKeyDown))
  })
  return (
    <form
      ref={form}
      class="flex min-h-0 flex-col gap-2 overflow-y-auto p-3"
      onSubmit={(event) => {
        event.preventDefault()
        sending.send()
      }}
      onKeyDown={(event) => {
        // A key that is held down is one order, not many.
        if (event.key === 'Enter' && event.repeat) event.preventDefault()
      }}
      novalidate
    >
      <SideChoice />
      <TypeChoice />
      <Show when={ticket.type() === 'limit'}>
        <DecimalField
          name="Price"
          unit={market().quote ?? ''}
          testid="ticket-price"
          value={ticket.price()}
          step={market().tickSize}
          fallback={working.startingPrice()}
          fault={message('price')}
          set={ticket.setPrice}
        />
      </Show>
      <DecimalField
        name="Size"
        unit={market().base}
        testid="ticket-quantity"
        value={ticket.quantity()}
        step={market().lotSize}
        fallback={market().lotSize}
        fault={message('quantity')}
        set={ticket.setQuantity}
      />
      <Sizes set={working.setTenths} disabled={working.available() === undefined} />
      <Amounts working={working} market={market()} />
      <SendButton working={working} market={market()} sending={sending} />
      <TicketResult />
    </form>
  )
}

function sizeByDigit(event: KeyboardEvent, working: WorkingDraft): void {
  if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
  if (/^[1-9]$/.test(event.key)) working.setTenths(Number(event.key))
}

interface Send {
  /** True after a press that found a fault, so that empty fields are told as well. */
  readonly tried: () => boolean
  readonly busy: () => boolean
  /** True while an unusual size waits for the second press. */
  readonly asking: () => boolean
  send(): void
}

function createSend(working: WorkingDraft, market: () => Instrument): Send {
  const { ticket } = useTerminal()
  const [tried, setTried] = createSignal(false)
  const [asked, setAsked] = createSignal<string | undefined>()
  /** All that would make it another order: a question is answered for one order alone. */
  const identity = () => JSON.stringify({ ...working.draft(), symbol: market().symbol })
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
      setTried(working.fault() !== undefined)
      if (working.fault() !== undefined || busy()) return
      if (working.unusual() !== undefined && !asking()) {
        setAsked(identity())
        return
      }
      setAsked(undefined)
      void ticket.send(market().symbol)
    },
  }
}

interface SendButtonProps {
  readonly working: WorkingDraft
  readonly market: Instrument
  readonly sending: Send
}

function SendButton(props: SendButtonProps) {
  const { ticket } = useTerminal()
  const words = () => {
    const verb = ticket.side() === 'buy' ? 'Buy' : 'Sell'
    const sound = props.working.fault() === undefined
    const size = sound ? ` ${grouped(props.working.draft().quantity)}` : ''
    const anyway = props.sending.asking() ? ' anyway' : ''
    return `${verb}${size} ${props.market.base}${anyway}`
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
          pointer-coarse:h-11 ${
          ticket.side() === 'buy' ? 'bg-up' : 'bg-down'
        }`}
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
