import { For, Match, Switch } from 'solid-js'
import { useTerminal } from '../terminal'
import type { DataPart } from '../frame/frame'
import { Due } from './Due'
import { Feeds } from './Feeds'
import { Gaps } from './Gaps'
import { News } from './News'
import { SeriesList } from './SeriesList'

const parts: readonly (readonly [DataPart, string])[] = [
  ['feeds', 'Feeds'],
  ['gaps', 'Gaps'],
  ['news', 'News'],
  ['calendar', 'Calendar'],
  ['series', 'Series'],
]

/** What stands behind the prices, for anybody: sources, gaps, news, what is due, series. */
export default function MarketData() {
  const { frame } = useTerminal()
  return (
    <main class="flex min-h-0 flex-1 flex-col bg-panel" data-testid="market-data">
      <header
        class="flex min-h-10 shrink-0 items-center gap-1 overflow-x-auto border-b border-line px-3"
      >
        <h2 class="mr-2 font-semibold max-wide:sr-only">Market data</h2>
        <div class="flex" role="tablist" aria-label="Market data">
          <For each={parts}>
            {([each, name]) => (
              <button
                type="button"
                role="tab"
                class="quiet"
                aria-selected={frame.dataPart() === each}
                onClick={() => frame.showData(each)}
                data-testid={`data-${each}`}
              >
                {name}
              </button>
            )}
          </For>
        </div>
        <button
          type="button"
          class="quiet ml-auto"
          aria-label="Back to trading"
          onClick={() => frame.look('trade')}
          data-testid="data-close"
        >
          <span class="max-wide:hidden">Back to trading</span>
          <span class="wide:hidden" aria-hidden="true">
            ×
          </span>
        </button>
      </header>
      <div class="min-h-0 flex-1 overflow-auto" role="tabpanel">
        <Switch>
          <Match when={frame.dataPart() === 'feeds'}>
            <Feeds />
          </Match>
          <Match when={frame.dataPart() === 'gaps'}>
            <Gaps />
          </Match>
          <Match when={frame.dataPart() === 'news'}>
            <News />
          </Match>
          <Match when={frame.dataPart() === 'calendar'}>
            <Due />
          </Match>
          <Match when={frame.dataPart() === 'series'}>
            <SeriesList />
          </Match>
        </Switch>
      </div>
    </main>
  )
}
