import { For, Match, Show, Switch, createMemo, createSignal, onMount } from 'solid-js'
import { createLoader } from '../../look/loaded'
import { Failed, Skeleton } from '../../look/states'
import { useTerminal } from '../../terminal'
import { Calculator } from './Calculator'
import type { QuantFunction } from './form'

const first = 'pricing/black-scholes'
const nameOf = ({ area, name }: QuantFunction) => `${area}/${name}`

/** Every function of the quant room: its form, its figures, a curve, and why. */
export function Calculators() {
  const { rest } = useTerminal()
  const catalog = createLoader(async () =>
    (await rest.call('listFunctions')).items.filter(({ area }) => area !== 'indicators'),
  )
  onMount(() => void catalog.load())
  const failure = () => {
    const now = catalog.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  return (
    <Switch fallback={<Skeleton rows={8} />}>
      <Match when={failure()}>
        {(why) => (
          <Failed
            what="The functions could not be read."
            failure={why()}
            retry={() => void catalog.load()}
          />
        )}
      </Match>
      <Match when={catalog.value()}>{(all) => <Chooser all={all()} />}</Match>
    </Switch>
  )
}

function Chooser(props: { all: readonly QuantFunction[] }) {
  const [chosen, choose] = createSignal(first)
  const [query, setQuery] = createSignal('')
  const shown = createMemo(() => {
    const words = query().toLowerCase().split(/\s+/)
    return props.all.filter((each) => {
      const text = `${nameOf(each)} ${each.title}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
  })
  const areas = createMemo(() => [...new Set(shown().map(({ area }) => area))])
  const current = createMemo(() => props.all.find((each) => nameOf(each) === chosen()))
  return (
    <div class="flex min-h-full max-wide:flex-col">
      <nav class="w-72 shrink-0 border-r border-line p-3 max-wide:w-full" aria-label="Functions">
        <input
          class="field mb-2 w-full"
          type="search"
          placeholder="Find a function"
          aria-label="Find a function"
          value={query()}
          onInput={(event) => setQuery(event.currentTarget.value)}
          data-testid="function-search"
        />
        <div class="max-wide:max-h-48 max-wide:overflow-auto">
          <For each={areas()}>
            {(area) => (
              <section>
                <h3 class="mt-2 px-2 text-muted">{area}</h3>
                <For each={shown().filter((each) => each.area === area)}>
                  {(each) => (
                    <button
                      type="button"
                      class="quiet block w-full truncate text-left"
                      aria-pressed={chosen() === nameOf(each)}
                      title={each.title}
                      onClick={() => choose(nameOf(each))}
                      data-testid={`function-${each.area}-${each.name}`}
                    >
                      {each.title}
                    </button>
                  )}
                </For>
              </section>
            )}
          </For>
        </div>
      </nav>
      <Show when={current()} keyed>
        {(fn) => <Calculator fn={fn} />}
      </Show>
    </div>
  )
}
