import { For, Show, createEffect, createMemo, createSignal, on } from 'solid-js'
import { canonical, decimal, formatDecimal, type Decimal } from '../../client/decimal'
import type { Instrument, OrderType, Side, TimeInForce } from '../../client/shapes'
import { isTyping } from '../frame/keyboard'
import { atScale, grouped, scaleOf, unknown } from '../look/format'
import { books } from '../market/reducers'
import { useTerminal } from '../terminal'
import { DecimalField } from './DecimalField'
import { Sizes } from './Sizes'
import { TicketResult } from './TicketResult'
import { faultOf, previewOf, shownAmount, sizeFor, unusualAgainst } from './preview'

const times: readonly [TimeInForce, string][] = [
  ['GTC', 'Good till canceled'],
  ['IOC', 'Immediate or cancel'],
  ['FOK', 'Fill or kill'],
]

export function OrderTicket(props: { instrument: Instrument }) {
  const { ticket, topics, account } = useTerminal()
  const [tried, setTried] = createSignal(false)
  const [asked, setAsked] = createSignal<string | undefined>()
  const book = topics.follow(() => `market.${props.instrument.symbol}.book`, books).value

  const draft = () => ({
    side: ticket.side(),
    type: ticket.type(),
    price: ticket.price().trim(),
    quantity: ticket.quantity().trim(),
  })
  const fault = createMemo(() => faultOf(draft(), props.instrument))
  const preview = createMemo(() =>
    fault() === undefined ? previewOf(draft(), props.instrument, book()) : undefined,
  )
  const fundsAsset = () =>
    ticket.side() === 'buy' ? props.instrument.quote : props.instrument.base
  const available = createMemo<Decimal | undefined>(() => {
    const text = account.balances().find((each) => each.asset === fundsAsset())?.available
    return text === undefined ? undefined : decimal(text)
  })
  const unusual = createMemo(() =>
    fault() === undefined
      ? unusualAgainst(decimal(draft().quantity), props.instrument.symbol, account.history())
      : undefined,
  )
  const words = () => {
    const verb = ticket.side() === 'buy' ? 'Buy' : 'Sell'
    const size = fault() === undefined ? `${grouped(draft().quantity)} ` : ''
    return `${verb} ${size}${props.instrument.base}`
  }
  /** Everything that would make it another order; a question once answered holds for it alone. */
  const identity = () => JSON.stringify({ ...draft(), symbol: props.instrument.symbol })
  const asking = () => unusual() !== undefined && asked() === identity()
  const busy = () => ticket.sending()?.step === 'sent'

  createEffect(on(() => props.instrument.symbol, () => setTried(false)))

  const send = () => {
    setTried(true)
    if (fault() !== undefined || busy()) return
    if (unusual() !== undefined && asked() !== identity()) {
      setAsked(identity())
      return
    }
    setAsked(undefined)
    setTried(false)
    void ticket.send(props.instrument.symbol)
  }
  const setTenths = (tenths: number) => {
    const funds = available()
    if (funds === undefined) return
    const best = ticket.side() === 'buy' ? book()?.asks[0] : book()?.bids[0]
    const price = ticket.type() === 'limit' && ticket.price() !== '' ? undefined : best?.price
    const size = sizeFor(tenths, ticket.side(), funds, price ?? limitPrice(), props.instrument)
    if (size !== undefined) ticket.setQuantity(canonical(size))
  }
  const limitPrice = () => {
    const preview = faultOf({ ...draft(), quantity: props.instrument.lotSize }, props.instrument)
    return preview === undefined && draft().price !== '' ? decimal(draft().price) : undefined
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    if (/^[1-9]$/.test(event.key)) setTenths(Number(event.key))
  }
  const message = (field: 'price' | 'quantity') => {
    const text = field === 'price' ? ticket.price() : ticket.quantity()
    const now = fault()
    return now?.field === field && (tried() || text !== '') ? now.message : undefined
  }

  return (
    <form
      class="flex min-h-0 flex-col gap-2 overflow-y-auto p-3"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      onKeyDown={onKeyDown}
      novalidate
    >
      <div class="grid grid-cols-2 gap-2" role="radiogroup" aria-label="Side">
        <SideButton side="buy" name="▴ Buy" />
        <SideButton side="sell" name="▾ Sell" />
      </div>
      <div class="grid grid-cols-2 gap-2">
        <label class="flex flex-col gap-1">
          <span class="text-muted">Type</span>
          <select
            class="field"
            value={ticket.type()}
            onChange={(event) => ticket.setType(event.currentTarget.value as OrderType)}
            data-testid="ticket-type"
          >
            <option value="limit">Limit</option>
            <option value="market">Market</option>
          </select>
        </label>
        <label class="flex flex-col gap-1">
          <span class="text-muted">Time in force</span>
          <select
            class="field"
            disabled={ticket.type() === 'market'}
            value={ticket.type() === 'market' ? 'IOC' : ticket.timeInForce()}
            onChange={(event) => ticket.setTimeInForce(event.currentTarget.value as TimeInForce)}
            data-testid="ticket-time-in-force"
          >
            <For each={times}>{([value, name]) => <option value={value}>{name}</option>}</For>
          </select>
        </label>
      </div>
      <Show when={ticket.type() === 'limit'}>
        <DecimalField
          name="Price"
          unit={props.instrument.quote}
          testid="ticket-price"
          value={ticket.price()}
          step={props.instrument.tickSize}
          fallback={startingPrice()}
          fault={message('price')}
          set={ticket.setPrice}
        />
      </Show>
      <DecimalField
        name="Size"
        unit={props.instrument.base}
        testid="ticket-quantity"
        value={ticket.quantity()}
        step={props.instrument.lotSize}
        fallback={undefined}
        fault={message('quantity')}
        set={ticket.setQuantity}
      />
      <Sizes set={setTenths} disabled={available() === undefined} />
      <Amounts />
      <Show when={asking()}>
        <p class="text-warning" role="alert">
          This is more than five times your largest recent order here (
          {grouped(canonical(unusual() ?? decimal('0')))} {props.instrument.base}). Press again to
          send it.
        </p>
      </Show>
      <button
        type="submit"
        class={`h-9 shrink-0 rounded-md font-semibold text-on-side disabled:opacity-60 ${
          ticket.side() === 'buy' ? 'bg-up' : 'bg-down'
        }`}
        disabled={busy()}
        data-testid="ticket-send"
      >
        {busy() ? 'Sending…' : asking() ? `${words()} anyway` : words()}
      </button>
      <TicketResult />
    </form>
  )

  function startingPrice(): string | undefined {
    const level = ticket.side() === 'buy' ? book()?.bids[0] : book()?.asks[0]
    return level?.text
  }

  function SideButton(button: { side: Side; name: string }) {
    const colour = () => (button.side === 'buy' ? 'bg-up' : 'bg-down')
    const chosen = () => ticket.side() === button.side
    return (
      <button
        type="button"
        role="radio"
        aria-checked={chosen()}
        class={`h-8 rounded-md border pointer-coarse:h-10 ${
          chosen()
            ? `border-transparent font-semibold text-on-side ${colour()}`
            : 'border-edge bg-raised text-muted hover:text-text'
        }`}
        onClick={() => ticket.setSide(button.side)}
        data-testid={`ticket-${button.side}`}
      >
        {button.name}
      </button>
    )
  }

  function Amounts() {
    const amount = (value: Decimal | undefined) =>
      value === undefined ? unknown : grouped(formatDecimal(shownAmount(value, ticket.side())))
    const rows = (): [string, string][] => [
      ...(ticket.type() === 'market'
        ? [['Average, about', averageText()] as [string, string]]
        : []),
      [ticket.side() === 'buy' ? 'Cost' : 'Proceeds', amount(preview()?.value)],
      ['Fee at most', amount(preview()?.fee)],
      ['Total', `${amount(preview()?.total)} ${props.instrument.quote}`],
      ['Available', `${fundsText()} ${fundsAsset()}`],
    ]
    return (
      <dl class="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5" data-testid="ticket-preview">
        <For each={rows()}>
          {([name, text]) => (
            <>
              <dt class="text-muted">{name}</dt>
              <dd class="num live-value">{text}</dd>
            </>
          )}
        </For>
      </dl>
    )
  }

  function averageText(): string {
    const average = preview()?.averagePrice
    if (average === undefined) return unknown
    return atScale(formatDecimal(average), scaleOf(props.instrument.tickSize))
  }

  function fundsText(): string {
    const funds = available()
    return funds === undefined ? unknown : grouped(canonical(funds))
  }
}
