import { For, Match, Show, Switch, createEffect, createSignal, on } from 'solid-js'
import { Panel } from '../../frame/Panel'
import { Price } from '../../look/Price'
import { atScale, scaleOf } from '../../look/format'
import { Empty } from '../../look/states'
import { useTerminal } from '../../terminal'
import { followBook, quietForMs } from '../book/books'
import { ChartBody } from './ChartBody'
import { adjustments, intervals, mayBeAdjusted, type View } from './chartChoice'
import { DepthChart } from '../book/DepthChart'
import { EventLine } from './EventLine'
import { followLast } from '../lastPrice'

/** The market on the screen as a picture: candles and volume, its depth, or the bars as a table. */
export function ChartPanel(props: { class: string }) {
  const { topics, instrument, instruments, route, connection, chart } = useTerminal()
  const symbol = () => instrument()?.symbol
  const book = followBook(topics, symbol).value
  const lostName = () => {
    const found = instruments.loaded().state !== 'live' || instrument() !== undefined
    return found ? undefined : route.symbol()
  }
  createEffect(() => {
    const first = symbol()
    if (route.symbol() === undefined && first !== undefined) route.open(first)
  })
  return (
    <Panel
      title={symbol() ?? 'Chart'}
      testid="chart"
      live
      oldForMs={quietForMs(instrument(), book(), connection.now())}
      class={props.class}
      controls={
        <>
          <LastPrice />
          <Views />
          <Show when={chart.view() !== 'depth'} fallback={<span class="full:ml-auto" />}>
            <Intervals />
          </Show>
        </>
      }
    >
      <EventLine />
      <Switch fallback={<ChartBody />}>
        <Match when={lostName()}>{(name) => <LostMarket name={name()} />}</Match>
        <Match when={chart.view() === 'depth'}>
          <DepthChart />
        </Match>
      </Switch>
    </Panel>
  )
}

function LastPrice() {
  const { topics, instrument } = useTerminal()
  const last = followLast(topics, () => instrument()?.symbol)
  const text = () => {
    const price = last()?.price
    return price === undefined ? undefined : atScale(price, scaleOf(instrument()?.tickSize ?? '1'))
  }
  return (
    <>
      <Price class="font-semibold" text={text()} />
      <Show when={instrument()?.tradable === false}>
        <span class="rounded-sm border border-line px-1.5 text-muted">data only</span>
      </Show>
    </>
  )
}

const views: readonly [View, string][] = [
  ['candles', 'Candles'],
  ['depth', 'Depth'],
  ['table', 'Table'],
]

function Views() {
  const { chart } = useTerminal()
  return (
    <div class="ml-auto flex full:order-last full:ml-2" role="radiogroup" aria-label="View">
      <For each={views}>
        {([view, name]) => (
          <button
            type="button"
            role="radio"
            class="quiet max-full:px-1.5"
            aria-checked={chart.view() === view}
            onClick={() => chart.show(view)}
            data-testid={`chart-${view}`}
          >
            {name}
          </button>
        )}
      </For>
    </div>
  )
}

/** The length of a bar, and whether one's own orders and fills are drawn. */
function Intervals() {
  const { chart, signedIn, frame } = useTerminal()
  return (
    <div class="flex flex-wrap max-full:-ml-2 max-full:w-full full:ml-auto">
      <div class="flex" role="radiogroup" aria-label="Interval">
        <For each={intervals}>
          {(each) => (
            <button
              type="button"
              role="radio"
              class="quiet max-wide:px-2"
              aria-checked={chart.interval() === each}
              onClick={() => chart.setInterval(each)}
              data-testid={`interval-${each}`}
            >
              {each}
            </button>
          )}
        </For>
      </div>
      <Adjusting />
      <button
        type="button"
        class="quiet max-full:ml-auto max-full:px-1.5"
        title="Indicators over and below the candles (G then N)"
        onClick={() => frame.open('indicators')}
        data-testid="chart-indicators"
      >
        Indicators
      </button>
      <Show when={signedIn.session() !== undefined}>
        <button
          type="button"
          class="quiet max-full:px-1.5"
          title="An alert at the price pointed at (A)"
          onClick={() => frame.open('alerts')}
          data-testid="chart-alert"
        >
          Alert
        </button>
      </Show>
      <Show when={signedIn.session() !== undefined && chart.view() === 'candles'}>
        <button
          type="button"
          class="quiet max-full:px-1.5"
          title="My orders and fills on the chart"
          aria-pressed={chart.mine()}
          onClick={() => chart.toggleMine()}
          data-testid="chart-mine"
        >
          Mine
        </button>
      </Show>
    </div>
  )
}

/** What is taken out of the prices, for a share whose factors the platform knows. */
function Adjusting() {
  const { chart, rest, route } = useTerminal()
  const [known, setKnown] = createSignal(false)
  createEffect(
    on(route.symbol, (symbol) => {
      setKnown(false)
      chart.setAdjust('none')
      if (symbol === undefined || !mayBeAdjusted(symbol)) return
      const ask = rest.bars(symbol, '1d', { limit: 1, adjust: 'split' })
      // A refusal says that there are no factors, and the choice stays away.
      void ask.then(
        () => route.symbol() === symbol && setKnown(true),
        () => undefined,
      )
    }),
  )
  return (
    <Show when={known()}>
      <select
        class="h-7 rounded-md bg-panel px-1 text-muted pointer-coarse:h-11"
        aria-label="Prices"
        title="What is taken out of past prices"
        value={chart.adjust()}
        onChange={(event) => {
          const chosen = adjustments.find(([each]) => each === event.currentTarget.value)
          if (chosen) chart.setAdjust(chosen[0])
        }}
        data-testid="chart-adjust"
      >
        <For each={adjustments}>{([each, name]) => <option value={each}>{name}</option>}</For>
      </select>
    </Show>
  )
}

function LostMarket(props: { name: string }) {
  const { route, instruments } = useTerminal()
  const first = () => instruments.value()?.[0]?.symbol
  return (
    <Empty says={`There is no market called ${props.name}.`}>
      <Show when={first()}>
        {(symbol) => (
          <button type="button" class="firm" onClick={() => route.open(symbol())}>
            Open {symbol()}
          </button>
        )}
      </Show>
    </Empty>
  )
}
