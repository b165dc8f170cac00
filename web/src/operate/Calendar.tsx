import { For, Show, createSignal } from 'solid-js'
import type { Instrument } from '../../client/shapes'
import { DeedButton, Section } from '../look/DeedButton'
import { createDeed } from '../look/deed'
import { FaultText, TextField } from '../look/fields'
import { useTerminal } from '../terminal'
import {
  calendarBody,
  calendarFault,
  changesMax,
  days,
  usualWeek,
  type TypedChange,
} from './calendar'
import { tradingStates, type TradingState } from '../market/states'

/** The week of a market: when its state changes by itself, and the days without trading. */
export function Calendar(props: { market: Instrument }) {
  const { rest } = useTerminal()
  const [changes, setChanges] = createSignal<readonly TypedChange[]>([])
  const [closedDays, setClosedDays] = createSignal('')
  const fault = () => calendarFault(changes(), closedDays())
  const deed = createDeed(async () => {
    const path = { symbol: props.market.symbol }
    await rest.call('setCalendar', { path, body: calendarBody(changes(), closedDays()) })
    return changes().length === 0 ? 'The market has no calendar now' : 'The week is set'
  })
  const set = (next: readonly TypedChange[]) => {
    deed.forget()
    setChanges(next)
  }
  return (
    <Section
      title="Calendar"
      says="What is set here replaces the whole week; times are UTC. Without changes there is none."
    >
      <Week changes={changes()} set={set} />
      <TextField
        name="Closed days"
        testid="calendar-closed"
        words
        value={closedDays()}
        placeholder="2026-12-25, 2027-01-01"
        set={(text) => {
          deed.forget()
          setClosedDays(text)
        }}
      />
      <FaultText text={fault()} />
      <DeedButton
        deed={deed}
        name={`Set the calendar of ${props.market.symbol}`}
        testid="calendar-set"
        disabled={fault() !== undefined}
      />
    </Section>
  )
}

interface WeekProps {
  readonly changes: readonly TypedChange[]
  set(changes: readonly TypedChange[]): void
}

function Week(props: WeekProps) {
  const { set } = props
  return (
    <>
      <For each={props.changes.map((_, i) => i)}>
        {(i) => (
          <Show when={props.changes[i]}>
            {(change) => (
              <ChangeRow
                at={i}
                change={change()}
                set={(next) => set(props.changes.map((each, j) => (j === i ? next : each)))}
                drop={() => set(props.changes.filter((_, j) => j !== i))}
              />
            )}
          </Show>
        )}
      </For>
      <div class="flex gap-2">
        <button
          type="button"
          class="quiet border border-line"
          disabled={props.changes.length >= changesMax}
          onClick={() => set([...props.changes, { day: 0, time: '08:30', state: 'open' }])}
          data-testid="calendar-add"
        >
          + Add a change
        </button>
        <Show when={props.changes.length === 0}>
          <button
            type="button"
            class="quiet border border-line"
            onClick={() => set(usualWeek)}
            data-testid="calendar-week"
          >
            Begin with a usual week
          </button>
        </Show>
      </div>
    </>
  )
}

interface ChangeRowProps {
  readonly at: number
  readonly change: TypedChange
  set(change: TypedChange): void
  drop(): void
}

function ChangeRow(props: ChangeRowProps) {
  return (
    <div class="flex items-center gap-2">
      <select
        class="field h-7 w-20"
        aria-label={`Day of change ${props.at + 1}`}
        value={String(props.change.day)}
        onChange={(event) => props.set({ ...props.change, day: Number(event.currentTarget.value) })}
        data-testid={`calendar-${props.at}-day`}
      >
        <For each={days}>{(day, i) => <option value={String(i())}>{day}</option>}</For>
      </select>
      <input
        class="field h-7 w-28"
        type="time"
        aria-label={`Time of change ${props.at + 1}`}
        value={props.change.time}
        onInput={(event) => props.set({ ...props.change, time: event.currentTarget.value })}
        data-testid={`calendar-${props.at}-time`}
      />
      <select
        class="field h-7 w-32"
        aria-label={`State after change ${props.at + 1}`}
        value={props.change.state}
        onChange={(event) =>
          props.set({ ...props.change, state: event.currentTarget.value as TradingState })
        }
        data-testid={`calendar-${props.at}-state`}
      >
        <For each={tradingStates}>{([state, word]) => <option value={state}>{word}</option>}</For>
      </select>
      <button
        type="button"
        class="quiet px-2"
        aria-label={`Drop change ${props.at + 1}`}
        onClick={() => props.drop()}
      >
        ×
      </button>
    </div>
  )
}
