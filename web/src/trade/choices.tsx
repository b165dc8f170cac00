import { For } from 'solid-js'
import type { OrderType, Side, TimeInForce } from '../../client/shapes'
import { useTerminal } from '../terminal'
import { SelectField } from '../look/fields'
import { timeOf, timesOf } from './form'

const sides: readonly [Side, string, string][] = [
  ['buy', '▴ Buy', 'bg-up'],
  ['sell', '▾ Sell', 'bg-down'],
]

export function SideChoice() {
  const { ticket } = useTerminal()
  const look = (side: Side, colour: string) =>
    ticket.form().side === side
      ? `border-transparent font-semibold text-on-side ${colour}`
      : 'border-edge bg-raised text-muted hover:text-text'
  return (
    <div class="grid grid-cols-2 gap-2" role="radiogroup" aria-label="Side">
      <For each={sides}>
        {([side, name, colour]) => (
          <button
            type="button"
            role="radio"
            aria-checked={ticket.form().side === side}
            class={`h-8 rounded-md border pointer-coarse:h-11 ${look(side, colour)}`}
            onClick={() => ticket.set({ side })}
            data-testid={`ticket-${side}`}
          >
            {name}
          </button>
        )}
      </For>
    </div>
  )
}

const simple: readonly [OrderType, string][] = [
  ['limit', 'Limit'],
  ['market', 'Market'],
  ['stop', 'Stop'],
]

const others: readonly [OrderType, string][] = [
  ['stopLimit', 'Stop limit'],
  ['marketIfTouched', 'Market if touched'],
  ['limitIfTouched', 'Limit if touched'],
  ['trailingStop', 'Trailing stop'],
]

/** How the order comes to the market: three are in sight, the list beside them has all. */
export function TypeChoice() {
  const { ticket } = useTerminal()
  const rare = () => others.find(([type]) => type === ticket.form().type)?.[1]
  const choose = (type: OrderType) => ticket.set({ type })
  return (
    <div class="flex gap-1" role="group" aria-label="Type">
      <For each={simple}>
        {([type, name]) => (
          <button
            type="button"
            class="quiet min-w-0 flex-1 border border-line px-1 aria-pressed:border-accent"
            aria-pressed={ticket.form().type === type}
            onClick={() => choose(type)}
            data-testid={`ticket-type-${type}`}
          >
            {name}
          </button>
        )}
      </For>
      <select
        class={`quiet h-[26px] border bg-panel pointer-coarse:h-11 ${
          // While a type in sight is chosen the list is three dots: its word is there already.
          rare() === undefined
            ? 'dots w-8 appearance-none border-line text-transparent hover:text-transparent'
            : 'w-36 border-accent px-1 text-text'
        }`}
        title="All order types"
        aria-label="All order types"
        value={ticket.form().type}
        onChange={(event) => choose(event.currentTarget.value as OrderType)}
        data-testid="ticket-type"
      >
        <For each={[...simple, ...others]}>
          {([type, name]) => (
            <option value={type} class="bg-panel text-text">
              {name}
            </option>
          )}
        </For>
      </select>
    </div>
  )
}

const times: Record<TimeInForce, string> = {
  GTC: 'Good till canceled',
  DAY: 'Good for the day',
  GTD: 'Good till a date',
  IOC: 'Immediate or cancel',
  FOK: 'Fill or kill',
}

/** How long the order lives; only what goes with its type. */
export function TimeChoice(props: { fault: string | undefined }) {
  const { ticket } = useTerminal()
  return (
    <SelectField
      name="In force"
      testid="ticket-time-in-force"
      value={timeOf(ticket.form())}
      options={timesOf(ticket.form().type).map((time) => [time, times[time]] as const)}
      fault={props.fault}
      choose={(timeInForce) => ticket.set({ timeInForce })}
    />
  )
}

const shares: readonly [tenths: number, name: string][] = [
  [1, '10 %'],
  [2, '20 %'],
  [5, '50 %'],
  [10, 'All'],
]

/** Sizes as a share of what is available. */
export function Sizes(props: { disabled: boolean; set(tenths: number): void }) {
  return (
    <div class="grid grid-cols-4 gap-1" role="group" aria-label="Share of the available funds">
      <For each={shares}>
        {([tenths, name]) => (
          <button
            type="button"
            class="quiet border border-line"
            disabled={props.disabled}
            onClick={() => props.set(tenths)}
          >
            {name}
          </button>
        )}
      </For>
    </div>
  )
}
