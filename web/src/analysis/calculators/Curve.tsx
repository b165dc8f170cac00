import { For, Show, createEffect, createMemo, createSignal, lazy, onCleanup } from 'solid-js'
import { useTerminal } from '../../terminal'
import { wordsOf } from './FieldInput'
import { axesOf, placesAlong, questionOf, type QuantFunction, type Texts } from './form'

const LineChart = lazy(() => import('../LineChart'))
const pauseMs = 400

interface CurveProps {
  readonly fn: QuantFunction
  readonly texts: Texts
  readonly figures: Readonly<Record<string, unknown>>
}

export interface CurvePoint {
  readonly x: number
  readonly y: number | null
}

const preferred = ['spot', 'forward', 'yield', 'rate', 'volatility']

/** One figure along one number of the question: asked for as a batch. */
export function Curve(props: CurveProps) {
  const { rest } = useTerminal()
  const axes = createMemo(() => axesOf(props.fn.fields, props.texts).map(({ name }) => name))
  const drawn = createMemo(() =>
    props.fn.figures.map(({ name }) => name).filter((name) => isNumber(props.figures[name])),
  )
  const [along, setAlong] = createSignal<string | undefined>()
  const [shows, setShows] = createSignal<string | undefined>()
  const [points, setPoints] = createSignal<readonly CurvePoint[]>([])
  const axis = () => {
    const chosen = along()
    if (chosen !== undefined && axes().includes(chosen)) return chosen
    return preferred.find((name) => axes().includes(name)) ?? axes()[0]
  }
  const figure = () => {
    const chosen = shows()
    if (chosen !== undefined && drawn().includes(chosen)) return chosen
    return drawn().find((name) => name !== axis()) ?? drawn()[0]
  }
  let run = 0
  const ask = async (x: string, y: string) => {
    run += 1
    const mine = run
    const question = questionOf(props.fn.fields, props.texts)
    const places = placesAlong(Number(props.texts[x]))
    try {
      const answer = await rest.call('computeBatch', {
        path: { area: props.fn.area, name: props.fn.name },
        body: { items: places.map((place) => ({ ...question, [x]: place })) },
      })
      if (mine !== run) return
      const items = (answer as unknown as { items?: Record<string, unknown>[] }).items ?? []
      setPoints(items.map((each, i) => ({ x: places[i] ?? 0, y: numberOf(each[y]) })))
    } catch {
      if (mine === run) setPoints([])
    }
  }
  createEffect(() => {
    const [x, y] = [axis(), figure()]
    if (x === undefined || y === undefined) return
    const timer = setTimeout(() => void ask(x, y), props.texts === undefined ? 0 : pauseMs)
    onCleanup(() => clearTimeout(timer))
  })
  return (
    <Show when={axis() !== undefined && figure() !== undefined}>
      <figure class="mt-4" data-testid="curve">
        <figcaption class="flex flex-wrap items-center gap-2 text-muted">
          <Choice name="Show" value={figure() ?? ''} options={drawn()} choose={setShows} />
          <Choice name="along" value={axis() ?? ''} options={axes()} choose={setAlong} />
        </figcaption>
        <div class="relative mt-1 h-64">
          <LineChart
            points={points()}
            x={wordsOf(axis() ?? '')}
            y={wordsOf(figure() ?? '')}
            at={Number(props.texts[axis() ?? ''])}
          />
        </div>
      </figure>
    </Show>
  )
}

const isNumber = (value: unknown) => typeof value === 'number'
const numberOf = (value: unknown) => (typeof value === 'number' ? value : null)

interface ChoiceProps {
  readonly name: string
  readonly value: string
  readonly options: readonly string[]
  choose(option: string): void
}

function Choice(props: ChoiceProps) {
  return (
    <label class="flex items-center gap-1">
      {props.name}
      <select
        class="field"
        value={props.value}
        onChange={(event) => props.choose(event.currentTarget.value)}
        data-testid={`curve-${props.name.toLowerCase()}`}
      >
        <For each={props.options}>
          {(each) => (
            <option value={each} selected={each === props.value}>
              {wordsOf(each)}
            </option>
          )}
        </For>
      </select>
    </label>
  )
}
