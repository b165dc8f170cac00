import { For, Show } from 'solid-js'
import { Blotter } from '../account/blotter/Blotter'
import { ChartPanel } from '../market/chart/ChartPanel'
import { OrderBook } from '../market/book/OrderBook'
import { TradesPanel } from '../market/tape/TradesPanel'
import { Watchlist } from '../market/watchlist/Watchlist'
import { TicketPanel } from '../trade/TicketPanel'
import { useTerminal } from '../terminal'
import { StatusBar } from './StatusBar'
import type { Tab } from './frame'

const tabs: readonly [Tab, string][] = [
  ['markets', 'Markets'],
  ['chart', 'Chart'],
  ['book', 'Book'],
  ['trade', 'Trade'],
  ['orders', 'Account'],
]

/** The panels: three columns on a wide screen, one panel and a row of tabs on a narrow one. */
export function Desk() {
  const { frame } = useTerminal()
  const on = (tab: Tab) => (frame.tab() === tab ? 'flex-1' : 'max-wide:hidden')
  return (
    <>
      <main
        class="flex min-h-0 flex-1 flex-col gap-px bg-line wide:grid
          wide:grid-cols-[216px_minmax(0,1fr)_280px] wide:grid-rows-[minmax(0,1fr)_minmax(0,38%)]
          full:grid-cols-[260px_minmax(0,1fr)_320px]"
      >
        <div
          class={`flex min-h-0 min-w-0 flex-col gap-px wide:row-span-2 wide:flex ${on('markets')}`}
        >
          <Watchlist class="flex-1" />
          <Show when={!frame.narrow()}>
            <TradesPanel class="h-[38%]" />
          </Show>
        </div>
        <ChartPanel class={on('chart')} />
        <div
          class={`flex min-h-0 min-w-0 flex-col gap-px wide:row-span-2 ${
            frame.tab() === 'book' || frame.tab() === 'trade' ? 'flex-1' : 'max-wide:hidden'
          }`}
        >
          <OrderBook class={`wide:flex-1 ${on('book')}`} />
          <Show when={frame.narrow()}>
            <TradesPanel class={frame.tab() === 'book' ? 'h-[34%]' : 'hidden'} />
          </Show>
          <TicketPanel class={`wide:flex-none ${on('trade')}`} />
        </div>
        <Blotter class={on('orders')} />
      </main>
      <StatusBar />
      <nav
        class="flex h-12 shrink-0 border-t border-line bg-panel wide:hidden"
        aria-label="Panels"
      >
        <For each={tabs}>
          {([tab, name]) => (
            <button
              type="button"
              class="flex-1 border-t-2 border-transparent text-muted
                aria-[current=true]:border-accent aria-[current=true]:text-text"
              aria-current={frame.tab() === tab}
              onClick={() => frame.show(tab)}
              data-testid={`panel-${tab}`}
            >
              {name}
            </button>
          )}
        </For>
      </nav>
    </>
  )
}
