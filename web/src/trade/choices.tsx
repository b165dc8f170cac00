import { For } from 'solid-js'
import type { OrderType, Side, TimeInForce } from '../../client/shapes'
import { useTerminal } from '../terminal'

const sides: readonly [Side, string, string][] = [
  ['buy', '▴ Buy', 'bg-up'],
  ['sell', '▾ Sell', 'bg-down'],
]

export function SideChoice() {
  const { ticket } = useTerminal()
  const look = (side: Side, colour: string) =>
    ticket.side() === side
      ? `border-transparent font-semibold text-on-side ${colour}`
      : 'border-edge bg-raised text-muted hover:text-text'
  return (
    <div class="grid grid-cols-2 gap-2" role="radiogroup" aria-label="Side">
      <For each={sides}>
        {([side, name, colour]) => (
          <button
            type="button"
            role="radio"
            aria-checked={ticket.side() === side}
            class={`h-8 rounded-md border pointer-coarse:h-11 ${look(side, colour)}`}
            onClick={() => ticket.setSide(side)}
            data-testid={`ticket-${side}`}
          >
            {name}
          </button>
        )}
      </For>
    </div>
  )
}

const times: readonly [TimeInForce, string][] = [
  ['GTC', 'Good till canceled'],
  ['IOC', 'Immediate or cancel'],
  ['FOK', 'Fill or kill'],
]

/** How the order is priced and how long it lives; a market order never rests. */
export function TypeChoice() {
  const { ticket } = useTerminal()
  const time = () => (ticket.type() === 'market' ? 'IOC' : ticket.timeInForce())
  return (
    <div class="grid grid-cols-[2fr_3fr] gap-2">
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
          value={time()}
          onChange={(event) => ticket.setTimeInForce(event.currentTarget.value as TimeInForce)}
          data-testid="ticket-time-in-force"
        >
          <For each={times}>{([value, name]) => <option value={value}>{name}</option>}</For>
        </select>
      </label>
    </div>
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
