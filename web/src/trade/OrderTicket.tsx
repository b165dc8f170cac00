import { Show, createEffect, createMemo, createSignal, on, onCleanup, onMount } from 'solid-js'
import type { Instrument } from '../../client/shapes'
import { isTyping } from '../frame/keyboard'
import { recall, remember } from '../look/memory'
import { useTerminal } from '../terminal'
import { Advanced, FormNumber, type Fields } from './Advanced'
import { Amounts } from './Amounts'
import { SideChoice, Sizes, TimeChoice, TypeChoice } from './choices'
import { createDraft, type WorkingDraft } from './draft'
import { MomentField } from '../look/fields'
import { optionsOf, type Part } from './form'
import { SendButton, createSend } from './SendButton'
import { partOf } from './ticket'
import { TicketResult } from './TicketResult'

export function OrderTicket(props: { instrument: Instrument }) {
  const { ticket } = useTerminal()
  const market = () => props.instrument
  const working = createDraft(market)
  const sending = createSend(working, market)
  const fields = createFields(working, market, sending.tried)
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
      class="flex min-h-0 flex-col"
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
      <div class="flex min-h-0 flex-col gap-2 overflow-y-auto px-3 pt-2.5 pb-2">
        <SideChoice />
        <TypeChoice />
        <Prices working={working} fields={fields} />
        <Sizes set={working.setTenths} disabled={working.available() === undefined} />
        <TimeChoice fault={fields.fault('timeInForce')} />
        <Show when={fields.has('until')}>
          <MomentField
            name="Until UTC"
            testid="ticket-until"
            value={ticket.form().until}
            fault={fields.fault('until')}
            set={(until) => ticket.set({ until })}
          />
        </Show>
        <Fold working={working} fields={fields} />
      </div>
      <div class="flex shrink-0 flex-col gap-2 border-t border-line px-3 py-2">
        <Amounts working={working} market={market()} />
        <SendButton working={working} market={market()} sending={sending} />
        <TicketResult />
      </div>
    </form>
  )
}

/** What is wrong with a field: the page's word once it matters, then the platform's. */
function createFields(
  working: WorkingDraft,
  market: () => Instrument,
  tried: () => boolean,
): Fields {
  const { ticket } = useTerminal()
  const refused = createMemo(() => {
    const now = ticket.sending()
    if (now?.step !== 'refused' || !ticket.sent()) return undefined
    return { part: partOf(now.failure), message: now.failure.message }
  })
  return {
    market,
    has: (part) => working.parts().has(part),
    fault(part) {
      const own = working.faults().find((each) => each.part === part)
      if (own !== undefined) {
        return tried() || ticket.form()[part] !== '' ? own.message : undefined
      }
      return refused()?.part === part ? refused()?.message : undefined
    },
  }
}

/** The prices that the type has, and the size. */
function Prices(props: { working: WorkingDraft; fields: Fields }) {
  const { ticket } = useTerminal()
  const market = () => props.fields.market()
  const quote = () => market().quote ?? ''
  const trailing = () => ticket.form().type === 'trailingStop'
  const best = () => props.working.startingPrice()
  return (
    <>
      <Show when={props.fields.has('trail')}>
        <div class="grid grid-cols-[minmax(0,1fr)_auto] gap-2">
          <FormNumber
            fields={props.fields}
            part="trail"
            name="Distance"
            unit={ticket.form().trailIn === 'price' ? quote() : '%'}
            step={ticket.form().trailIn === 'price' ? market().tickSize : '0.1'}
            fallback={ticket.form().trailIn === 'price' ? market().tickSize : '1'}
          />
          <button
            type="button"
            class="quiet h-8 border border-line"
            title="Measure the distance in price or in percent"
            onClick={() => {
              const trailIn = ticket.form().trailIn === 'price' ? 'percent' : 'price'
              ticket.set({ trailIn, trail: '' })
            }}
            data-testid="ticket-trail-in"
          >
            in {ticket.form().trailIn === 'price' ? '%' : quote()}
          </button>
        </div>
      </Show>
      <FormNumber
        fields={props.fields}
        part="trigger"
        name={trailing() ? 'Starts at' : 'Trigger'}
        unit={quote()}
        fallback={best()}
        placeholder={trailing() ? 'the market' : ''}
      />
      <FormNumber
        fields={props.fields}
        part="price"
        name="Price"
        unit={quote()}
        fallback={best()}
      />
      <FormNumber
        fields={props.fields}
        part="quantity"
        name="Size"
        unit={market().base}
        step={market().lotSize}
        fallback={market().lotSize}
      />
    </>
  )
}

const place = 'ticket.advanced'
/** What is written on the ticket before its fold. */
const inSight: ReadonlySet<Part> = new Set<Part>([
  'price', 'quantity', 'trigger', 'trail', 'timeInForce', 'until',
])

/** The rest of the ticket; while it is closed its line says what of it is set. */
function Fold(props: { working: WorkingDraft; fields: Fields }) {
  const { ticket } = useTerminal()
  const [open, setOpen] = createSignal(recall(place) === 'open')
  const options = () => optionsOf(ticket.form(), props.working.setting())
  let toggled = false
  const toggle = () => {
    toggled = true
    setOpen((now) => !now)
    remember(place, open() ? 'open' : 'closed')
  }
  const hidesFault = createMemo(() =>
    [...props.working.parts()].some(
      (part) => !inSight.has(part) && props.fields.fault(part) !== undefined,
    ),
  )
  createEffect(on(hidesFault, (hides) => hides && setOpen(true)))
  return (
    <>
      <button
        type="button"
        class="quiet -mx-1 flex items-center gap-1.5 px-1 text-left"
        aria-expanded={open()}
        onClick={toggle}
        data-testid="ticket-advanced"
      >
        <span aria-hidden="true">{open() ? '▾' : '▸'}</span> Advanced
        <span class="min-w-0 flex-1 truncate text-text" data-testid="ticket-options">
          {open() ? '' : options().join(' · ')}
        </span>
      </button>
      <Show when={open()}>
        <Advanced fields={props.fields} reveal={toggled} />
      </Show>
    </>
  )
}

function sizeByDigit(event: KeyboardEvent, working: WorkingDraft): void {
  if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
  if (/^[1-9]$/.test(event.key)) working.setTenths(Number(event.key))
}
