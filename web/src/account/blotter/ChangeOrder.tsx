import {
  For,
  Match,
  Show,
  Switch,
  createEffect,
  createSignal,
  createUniqueId,
  onMount,
} from 'solid-js'
import type { Order } from '../../../client/shapes'
import { createDeed, type Deed } from '../../look/deed'
import { Reason } from '../../look/states'
import { useTerminal } from '../../terminal'
import { stepped } from '../../trade/preview'
import { changeable, changesOf, termFaults, termsOf, type Term } from '../change'

const names: Record<Term, string> = { triggerPrice: 'Trigger', price: 'Price', quantity: 'Size' }

/** Gives an open order other terms, below its row; says in place what became of it. */
export function ChangeOrder(props: { order: Order; leave(): void }) {
  const { account, instruments, frame } = useTerminal()
  const market = () => instruments.bySymbol().get(props.order.symbol)
  const [typed, setTyped] = createSignal(termsOf(props.order))
  const faults = () => {
    const of = market()
    return of === undefined ? {} : termFaults(props.order, typed(), of)
  }
  const deed = createDeed(async () => {
    const terms = changesOf(props.order, typed())
    if (terms === undefined) return 'Nothing is different'
    await account.change(props.order.id, terms)
    return 'Changed'
  })
  const send = () => {
    if (Object.keys(faults()).length === 0) void deed.run()
  }
  let form: HTMLFormElement | undefined
  onMount(() => form?.querySelector('input')?.select())
  createEffect(() => {
    const proposed = frame.proposal()
    if (proposed?.order !== props.order.id) return
    deed.forget()
    setTyped((now) => ({ ...now, [proposed.term]: proposed.text }))
    form?.querySelector('input')?.focus()
    frame.propose(undefined)
  })
  return (
    <form
      ref={form}
      class="flex flex-wrap items-start gap-x-3 gap-y-1.5 border-y border-line bg-raised px-3
        py-1.5"
      aria-label={`Change order ${props.order.id}`}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      onKeyDown={(event) => {
        // The keys of the row below are not meant for a field in it.
        event.stopPropagation()
        if (event.key === 'Escape') props.leave()
      }}
      data-testid="order-changing"
      novalidate
    >
      <For each={changeable(props.order)}>
        {(term) => (
          <TermField
            name={names[term]}
            testid={`order-change-${term === 'triggerPrice' ? 'trigger' : term}`}
            value={typed()[term]}
            step={(term === 'quantity' ? market()?.lotSize : market()?.tickSize) ?? '1'}
            fault={faults()[term] ?? deed.faultOf(term)}
            set={(text) => {
              deed.forget()
              setTyped((now) => ({ ...now, [term]: text }))
            }}
          />
        )}
      </For>
      <button type="submit" class="firm" disabled={deed.busy()} data-testid="order-change-send">
        {deed.busy() ? 'Changing…' : 'Change'}
      </button>
      <Outcome deed={deed} />
      <button type="button" class="quiet ml-auto" onClick={() => props.leave()}>
        {deed.done() === undefined ? 'Leave it' : 'Done'}
      </button>
    </form>
  )
}

function Outcome(props: { deed: Deed }) {
  return (
    <div role="status" data-testid="order-change-result">
      <Switch>
        <Match when={props.deed.failure()}>
          {(why) => (
            <>
              The order stays as it was. <Reason failure={why()} />
            </>
          )}
        </Match>
        <Match when={props.deed.done()}>
          {(done) => <span class="leading-7">✓ {done()}</span>}
        </Match>
      </Switch>
    </div>
  )
}

interface TermFieldProps {
  readonly name: string
  readonly testid: string
  readonly value: string
  readonly step: string
  readonly fault: string | undefined
  set(text: string): void
}

function TermField(props: TermFieldProps) {
  const id = createUniqueId()
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (direction === undefined) return
    event.preventDefault()
    const next = stepped(props.value.trim(), direction * (event.shiftKey ? 10 : 1), props.step)
    if (next !== undefined) props.set(next)
  }
  return (
    <div class="flex flex-col">
      <div class="flex items-center gap-1.5">
        <label for={id} class="text-muted">
          {props.name}
        </label>
        <input
          id={id}
          class="field num h-7 w-28"
          inputmode="decimal"
          autocomplete="off"
          maxlength="40"
          value={props.value}
          aria-invalid={props.fault !== undefined}
          onInput={(event) => props.set(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          data-testid={props.testid}
        />
      </div>
      <Show when={props.fault}>
        {(fault) => <p class="max-w-48 text-danger-text first-letter:uppercase">{fault()}</p>}
      </Show>
    </div>
  )
}
