import { Show, createMemo, createSignal, untrack } from 'solid-js'
import { DeedButton } from '../look/DeedButton'
import { createDeed } from '../look/deed'
import { Check, FaultText, SelectField, TextField } from '../look/fields'
import { followLast } from '../market/lastPrice'
import { useTerminal } from '../terminal'
import {
  draftAt,
  fields,
  isRequest,
  patterns,
  requestOf,
  type AlertDraft,
  type Faults,
} from './alerts'

const intervals = [
  ['1m', '1 minute'],
  ['5m', '5 minutes'],
  ['1h', '1 hour'],
  ['1d', '1 day'],
] as const

/** A new alert on the market of the screen, at the price that was pointed at. */
export function AlertForm(props: { made(): void }) {
  const { rest, topics, instrument, chart, indicators } = useTerminal()
  const symbol = () => instrument()?.symbol ?? ''
  const last = followLast(topics, () => instrument()?.symbol)
  const price = untrack(() => chart.pointed() ?? last()?.price)
  const [draft, setDraft] = createSignal<AlertDraft>(draftAt(price ?? ''))
  const [faults, setFaults] = createSignal<Faults>({})
  void indicators.catalog.load()
  const set = (part: Partial<AlertDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setFaults({})
    deed.forget()
  }
  const deed = createDeed(async () => {
    const made = requestOf(symbol(), draft())
    if (!isRequest(made)) {
      setFaults(made)
      return ''
    }
    const alert = await rest.call('createAlert', { body: made })
    props.made()
    return `Watching: ${alert.words}`
  })
  return (
    <form
      class="flex flex-col gap-2"
      aria-label="New alert"
      onSubmit={(event) => {
        event.preventDefault()
        void deed.run()
      }}
    >
      <h3 class="font-semibold">New alert on {symbol()}</h3>
      <div class="grid gap-2 wide:grid-cols-2">
        <SelectField
          name="When"
          testid="alert-pattern"
          value={draft().pattern}
          options={patterns}
          choose={(pattern) => set({ pattern })}
        />
        <Show
          when={draft().pattern === 'pattern'}
          fallback={<OneField draft={draft()} faults={faults()} set={set} />}
        >
          <PatternText draft={draft()} faults={faults()} set={set} />
        </Show>
        <TextField
          name="Name"
          testid="alert-name"
          value={draft().name}
          placeholder="the condition in words"
          words
          set={(name) => set({ name })}
        />
        <Check
          name="Only once"
          title="Ends after it fired; otherwise it fires again, a minute apart at least"
          testid="alert-once"
          checked={draft().once}
          set={(once) => set({ once })}
        />
      </div>
      <DeedButton deed={deed} name="Make the alert" testid="alert-make" />
    </form>
  )
}

interface PartProps {
  readonly draft: AlertDraft
  readonly faults: Faults
  set(part: Partial<AlertDraft>): void
}

/** What is looked at, and the number that it is compared with. */
function OneField(props: PartProps) {
  const { indicators } = useTerminal()
  const names = createMemo(() =>
    (indicators.catalog.value() ?? []).map((each) => [each.name, each.title] as const),
  )
  const ofBars = () => props.draft.field === 'volume' || props.draft.field === 'indicator'
  return (
    <>
      <SelectField
        name="Of"
        testid="alert-field"
        value={props.draft.field}
        options={fields}
        choose={(field) => props.set({ field })}
      />
      <Show when={props.draft.field === 'indicator'}>
        <SelectField
          name="Indicator"
          testid="alert-indicator"
          value={props.draft.indicator}
          options={names()}
          choose={(indicator) => props.set({ indicator })}
        />
      </Show>
      <Show when={ofBars()}>
        <SelectField
          name="Bars of"
          testid="alert-interval"
          value={props.draft.interval}
          options={intervals}
          choose={(interval) => props.set({ interval })}
        />
      </Show>
      <TextField
        name="Value"
        testid="alert-value"
        value={props.draft.value}
        {...(props.draft.pattern === 'moves' ? { unit: '%' } : {})}
        fault={props.faults.value}
        set={(value) => props.set({ value })}
      />
      <Show when={props.draft.pattern === 'moves'}>
        <TextField
          name="Within"
          testid="alert-within"
          value={props.draft.withinMinutes}
          unit="min"
          fault={props.faults.withinMinutes}
          set={(withinMinutes) => props.set({ withinMinutes })}
        />
      </Show>
    </>
  )
}

function PatternText(props: PartProps) {
  return (
    <label class="flex flex-col gap-1 wide:col-span-2">
      <span class="text-muted">Pattern</span>
      <textarea
        class="field min-h-24 font-mono"
        value={props.draft.json}
        spellcheck={false}
        maxlength="4000"
        onInput={(event) => props.set({ json: event.currentTarget.value })}
        data-testid="alert-json"
      />
      <FaultText text={props.faults.json} />
    </label>
  )
}
