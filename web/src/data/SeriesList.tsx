import {
  For,
  Match,
  Show,
  Suspense,
  Switch,
  createEffect,
  createMemo,
  createSignal,
  lazy,
  on,
} from 'solid-js'
import { Grid, notOnPhones, type Column } from '../account/blotter/Grid'
import { NumberCell, WordsCell } from '../account/blotter/cells'
import { TextField } from '../look/fields'
import { createLoader } from '../look/loaded'
import { Empty, Failed, Skeleton } from '../look/states'
import { useTerminal } from '../terminal'
import { keyOf, pointsOf, seriesMatches, valueText, type Series, type Value } from './series'

const SeriesChart = lazy(() => import('./SeriesChart'))

/** More are found by the filter. */
const listedMax = 200
const valuesMax = 1_000
const tabledMax = 50

/** What is observed of economies, and the picture of one. */
export function SeriesList() {
  const { signedIn } = useTerminal()
  return (
    <div class="flex flex-col gap-3 p-4 max-wide:px-3" data-testid="series">
      <Show
        when={signedIn.session()}
        fallback={<Empty says="Sign in to see the series that this platform follows." />}
      >
        <Observations />
      </Show>
    </div>
  )
}

function Observations() {
  const { rest } = useTerminal()
  const [query, setQuery] = createSignal('')
  const [chosen, choose] = createSignal<Series | undefined>()
  const series = createLoader(
    async () => (await rest.call('listSeries', { path: { kind: 'observation' } })).items,
  )
  void series.load()
  const failure = () => {
    const now = series.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  const found = createMemo(() =>
    (series.value() ?? []).filter((each) => seriesMatches(each, query().trim())),
  )
  createEffect(
    on(series.value, (all) => {
      if (chosen() === undefined) choose(all?.[0])
    }),
  )
  return (
    <Switch fallback={<Skeleton rows={8} />}>
      <Match when={failure()}>
        {(why) => (
          <Failed
            what="The series could not be read."
            failure={why()}
            retry={() => void series.load()}
          />
        )}
      </Match>
      <Match when={series.value()?.length === 0}>
        <Empty says="No series is followed yet. They appear here once a source is set up." />
      </Match>
      <Match when={series.value()}>
        <div class="grid gap-4 wide:grid-cols-[minmax(280px,2fr)_3fr]">
          <div class="flex min-w-0 flex-col gap-2">
            <TextField
              name="Filter"
              testid="series-filter"
              words
              placeholder="Source, name"
              value={query()}
              set={setQuery}
            />
            <List series={found().slice(0, listedMax)} chosen={chosen()} choose={choose} />
            <Show when={found().length > listedMax}>
              <p class="text-muted">and {found().length - listedMax} more; filter to see them</p>
            </Show>
          </div>
          <Show when={chosen()} keyed>
            {(one) => <One series={one} />}
          </Show>
        </div>
      </Match>
    </Switch>
  )
}

const listColumns: readonly Column[] = [
  { head: 'Series', words: true },
  { head: 'Source', words: true },
  { head: 'Last', words: true, extra: 'phone' },
]

interface ListProps {
  readonly series: readonly Series[]
  readonly chosen: Series | undefined
  choose(series: Series): void
}

function List(props: ListProps) {
  const isChosen = (each: Series) =>
    props.chosen !== undefined && keyOf(each) === keyOf(props.chosen)
  return (
    <div class="max-h-[60vh] min-w-0 overflow-auto max-wide:max-h-52">
      <Grid caption="Series" columns={listColumns}>
        <For each={props.series}>
          {(each) => (
            <tr
              class={`h-7 hover:bg-raised ${isChosen(each) ? 'bg-raised' : ''}`}
              data-testid="series-row"
            >
              <WordsCell>
                <button
                  type="button"
                  class="text-left hover:underline"
                  aria-pressed={isChosen(each)}
                  onClick={() => props.choose(each)}
                >
                  {nameOf(each)}
                </button>
              </WordsCell>
              <WordsCell class="text-muted">{each.source}</WordsCell>
              <WordsCell class={`text-digits tabular-nums ${notOnPhones}`}>
                {day(each.last)}
              </WordsCell>
            </tr>
          )}
        </For>
      </Grid>
    </div>
  )
}

/** A dash stands for nobody's. */
function nameOf({ name, subject }: Series): string {
  return subject === '-' ? name : `${name} ${subject}`
}

function day(iso: string): string {
  return iso.slice(0, 10)
}

function One(props: { series: Series }) {
  const { rest } = useTerminal()
  const values = createLoader(async () => {
    const { kind, source, name, subject } = props.series
    const request = { path: { kind, source, name, subject }, query: { limit: valuesMax } }
    return (await rest.call('listSeriesValues', request)).items
  })
  void values.load()
  const failure = () => {
    const now = values.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  return (
    <section class="flex min-w-0 flex-col gap-2" aria-label={nameOf(props.series)}>
      <h3 class="font-semibold">{nameOf(props.series)}</h3>
      <Switch fallback={<Skeleton rows={6} />}>
        <Match when={failure()}>
          {(why) => (
            <Failed
              what="The values could not be read."
              failure={why()}
              retry={() => void values.load()}
            />
          )}
        </Match>
        <Match when={values.value()?.length === 0}>
          <Empty says="No value of it is known." />
        </Match>
        <Match when={values.value()}>
          {(known) => <Picture series={props.series} values={known()} />}
        </Match>
      </Switch>
    </section>
  )
}

const valueColumns: readonly Column[] = [
  { head: 'About', words: true },
  { head: 'Value' },
  { head: 'Known since', words: true, extra: 'phone' },
]

/** A picture, its source and time, and the newest values as a table behind it. */
function Picture(props: { series: Series; values: readonly Value[] }) {
  const points = createMemo(() => pointsOf(props.values))
  return (
    <>
      <div class="relative h-56" data-testid="series-chart">
        <Suspense fallback={<Skeleton rows={4} />}>
          <SeriesChart
            points={points()}
            label={`${nameOf(props.series)}, ${points().length} values until ${day(
              props.series.last,
            )}`}
          />
        </Suspense>
      </div>
      <p class="text-[12px] text-muted">
        {props.series.source}, until {day(props.series.last)}
        <Show when={props.values.length === valuesMax}>; the newest {valuesMax} values</Show>
      </p>
      <div class="max-h-60 overflow-auto">
        <Grid caption={`Values of ${nameOf(props.series)}, newest first`} columns={valueColumns}>
          <For each={props.values.slice(-tabledMax).toReversed()}>
            {(each) => (
              <tr class="h-6 hover:bg-raised">
                <WordsCell class="tabular-nums">{day(each.time)}</WordsCell>
                <NumberCell text={valueText(each.value)} />
                <WordsCell class={`text-digits tabular-nums ${notOnPhones}`}>
                  {day(each.knownAt)}
                </WordsCell>
              </tr>
            )}
          </For>
        </Grid>
      </div>
    </>
  )
}
