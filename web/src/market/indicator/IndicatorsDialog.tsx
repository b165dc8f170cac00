import { For, Match, Show, Switch, createMemo, createSignal } from 'solid-js'
import { TextField } from '../../look/fields'
import { Modal } from '../../look/Modal'
import { Failed, Skeleton } from '../../look/states'
import { useTerminal } from '../../terminal'
import { chosenMax, keyOf, parameterFault, titleOf, type IndicatorFunction } from './indicators'

/** What is drawn over and below the candles, and what else could be. */
export default function IndicatorsDialog() {
  const { frame, indicators } = useTerminal()
  const { catalog } = indicators
  void catalog.load()
  const [picked, pick] = createSignal<IndicatorFunction | undefined>()
  const failure = () => {
    const now = catalog.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  return (
    <Modal
      title="Indicators"
      class="h-[560px] max-h-[calc(100dvh-24px)] w-[640px] overflow-hidden"
      close={() => frame.close()}
    >
      <div class="flex h-full flex-col" data-testid="indicators-dialog">
        <header class="flex items-center gap-2 border-b border-line py-2 pr-2 pl-4">
          <h2 class="font-semibold">Indicators</h2>
          <button type="button" class="quiet ml-auto" onClick={() => frame.close()}>
            Close
          </button>
        </header>
        <Drawn />
        <Switch fallback={<Skeleton rows={6} />}>
          <Match when={failure()}>
            {(why) => (
              <Failed
                what="The indicators could not be listed."
                failure={why()}
                retry={() => void catalog.load()}
              />
            )}
          </Match>
          <Match when={picked()} keyed>
            {(of) => <Parameters of={of} back={() => pick(undefined)} />}
          </Match>
          <Match when={catalog.value()}>
            <Catalog pick={pick} />
          </Match>
        </Switch>
      </div>
    </Modal>
  )
}

function Catalog(props: { pick(of: IndicatorFunction): void }) {
  const { catalog } = useTerminal().indicators
  const [filter, setFilter] = createSignal('')
  const found = createMemo(() => {
    const text = filter().trim().toLowerCase()
    const matches = (each: IndicatorFunction) =>
      `${each.name} ${each.title}`.toLowerCase().includes(text)
    return (catalog.value() ?? []).filter(matches)
  })
  return (
    <>
      <div class="px-4 py-2">
        <input
          class="field w-full"
          placeholder="Find an indicator"
          aria-label="Find an indicator"
          value={filter()}
          maxlength="40"
          onInput={(event) => setFilter(event.currentTarget.value)}
          data-autofocus
          data-testid="indicator-filter"
        />
      </div>
      <ul class="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        <For each={found()}>
          {(each) => (
            <li>
              <button
                type="button"
                class="quiet flex w-full gap-2 text-left"
                onClick={() => props.pick(each)}
                data-testid={`indicator-${each.name}`}
              >
                <span class="min-w-0 flex-1 truncate">{each.title}</span>
                <span class="text-muted">
                  {each.pane === 'overlay' ? 'over the price' : 'own pane'}
                </span>
              </button>
            </li>
          )}
        </For>
      </ul>
    </>
  )
}

function Drawn() {
  const { indicators } = useTerminal()
  return (
    <Show when={indicators.chosen().length > 0}>
      <ul class="flex flex-wrap gap-1 border-b border-line px-4 py-2" aria-label="On the chart">
        <For each={indicators.chosen()}>
          {(each) => (
            <li>
              <button
                type="button"
                class="quiet border border-line"
                aria-label={`Remove ${titleOf(each)}`}
                onClick={() => indicators.remove(keyOf(each))}
                data-testid="indicator-remove"
              >
                {titleOf(each)} ×
              </button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

function Parameters(props: { of: IndicatorFunction; back(): void }) {
  const { frame, indicators } = useTerminal()
  const presets = Object.fromEntries(
    props.of.parameters.map((each) => [each.name, String(each.preset)]),
  )
  const [texts, setTexts] = createSignal<Readonly<Record<string, string>>>(presets)
  const faultOf = (each: IndicatorFunction['parameters'][number]) =>
    parameterFault(each, texts()[each.name] ?? '')
  const isFull = () => indicators.chosen().length >= chosenMax
  const add = () => {
    if (props.of.parameters.some((each) => faultOf(each) !== undefined)) return
    indicators.add({
      name: props.of.name,
      parameters: Object.fromEntries(
        props.of.parameters.map((each) => [each.name, Number(texts()[each.name])]),
      ),
    })
    frame.close()
  }
  return (
    <form
      class="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto p-4"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <h3 class="font-semibold">{props.of.title}</h3>
      <For each={props.of.parameters}>
        {(each) => (
          <TextField
            name={each.name}
            testid={`parameter-${each.name}`}
            value={texts()[each.name] ?? ''}
            fault={faultOf(each)}
            set={(text) => setTexts((before) => ({ ...before, [each.name]: text }))}
          />
        )}
      </For>
      <p class="text-muted">{props.of.convention}</p>
      <p class="text-muted">{props.of.reference}</p>
      <Show when={isFull()}>
        <p class="text-warning">The oldest of {chosenMax} goes when this one comes.</p>
      </Show>
      <div class="flex gap-2">
        <button type="submit" class="firm" data-testid="indicator-add">
          Draw it
        </button>
        <button type="button" class="quiet" onClick={() => props.back()}>
          Back
        </button>
      </div>
    </form>
  )
}
