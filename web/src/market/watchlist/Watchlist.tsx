import { For, Match, Show, Switch, createMemo, createSignal, onMount } from 'solid-js'
import type { Failure } from '../../../client/failures'
import type { Instrument } from '../../../client/shapes'
import { Panel } from '../../frame/Panel'
import { coarse } from '../../look/pointer'
import { createRowWindow } from '../../look/rowWindow'
import { Empty, Failed, Skeleton } from '../../look/states'
import { useTerminal } from '../../terminal'
import { byVenue, matches } from '../instruments'
import { destination } from './listKeys'
import { WatchRow } from './WatchRow'

/** Every market, Ratel's own first; the arrow keys move, Enter opens. */
export function Watchlist(props: { class: string }) {
  const { instruments } = useTerminal()
  const [query, setQuery] = createSignal('')
  const shown = createMemo(() =>
    (instruments.value() ?? []).filter((each) => matches(each, query().trim())),
  )
  const failure = (): Failure | undefined => {
    const now = instruments.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  return (
    <Panel
      title="Markets"
      testid="watchlist"
      live
      class={props.class}
      controls={
        <span class="ml-auto truncate text-muted" title="What the change and its colour mean">
          since 00:00 UTC
        </span>
      }
    >
      <div class="flex min-h-0 flex-1 flex-col">
        <FilterField query={query()} set={setQuery} />
        <Switch fallback={<MarketList markets={shown()} />}>
          <Match when={instruments.loaded().state === 'loading'}>
            <Skeleton rows={8} />
          </Match>
          <Match when={failure()}>
            {(why) => (
              <Failed
                what="The list of markets did not load."
                failure={why()}
                retry={() => void instruments.load()}
              />
            )}
          </Match>
          <Match when={shown().length === 0}>
            <NoMarket query={query()} all={() => setQuery('')} />
          </Match>
        </Switch>
      </div>
    </Panel>
  )
}

function FilterField(props: { query: string; set(query: string): void }) {
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const list = event.currentTarget.closest('[data-panel]')
    const first = list?.querySelector<HTMLElement>('[role=option]')
    if (event.key === 'Enter') first?.click()
    if (event.key === 'Escape') props.set('')
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    first?.focus()
  }
  return (
    <div class="shrink-0 p-2">
      <input
        class="field"
        type="search"
        placeholder="Filter  /"
        aria-label="Filter markets"
        autocomplete="off"
        spellcheck={false}
        data-testid="watchlist-filter"
        value={props.query}
        onInput={(event) => props.set(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}

function NoMarket(props: { query: string; all(): void }) {
  return (
    <Show when={props.query !== ''} fallback={<Empty says="No market is listed yet." />}>
      <Empty says={`No market matches “${props.query}”.`}>
        <button type="button" class="firm" onClick={() => props.all()}>
          Show all markets
        </button>
      </Empty>
    </Show>
  )
}

/** A venue's name heads its markets; every row is as high as the others. */
type Item = string | Instrument

const rowHeight = coarse ? 48 : 40

/** Only the rows in sight are drawn, however many markets there are. */
function MarketList(props: { markets: readonly Instrument[] }) {
  const { instrument } = useTerminal()
  const items = createMemo<readonly Item[]>(() =>
    byVenue(props.markets).flatMap<Item>(([venue, members]) =>
      venue === '' ? members : [venue, ...members],
    ),
  )
  const rows = createRowWindow(() => items().length, rowHeight)
  const [inside, setInside] = createSignal(false)
  let list: HTMLDivElement | undefined
  onMount(() => list !== undefined && rows.watch(list))
  const focusOn = (at: number) => {
    const item = items()[at]
    if (item === undefined || typeof item === 'string') return
    rows.reveal(at)
    list?.querySelector<HTMLElement>(`[data-symbol="${item.symbol}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const from = items().findIndex(
      (item) =>
        typeof item !== 'string' &&
        item.symbol === (event.target as HTMLElement).dataset['symbol'],
    )
    const to = destination(event.key, from, items(), Math.floor(rows.to() - rows.from()) - 8)
    if (to === undefined) return
    event.preventDefault()
    event.stopPropagation()
    focusOn(to)
  }
  return (
    <div
      ref={list}
      role="listbox"
      aria-label="Markets"
      class="min-h-0 flex-1 overflow-y-auto"
      // One stop of the Tab key: from here to the market on the screen.
      tabindex={inside() ? -1 : 0}
      onFocusIn={() => setInside(true)}
      onFocusOut={() => setInside(false)}
      onFocus={() => {
        const chosen = instrument()
        const at = chosen === undefined ? -1 : items().indexOf(chosen)
        focusOn(at < 0 ? items().findIndex((item) => typeof item !== 'string') : at)
      }}
      onKeyDown={onKeyDown}
      data-testid="markets"
    >
      <div style={{ height: `${items().length * rowHeight}px` }}>
        <div style={{ transform: `translateY(${rows.from() * rowHeight}px)` }}>
          <For each={items().slice(rows.from(), rows.to())}>
            {(item) =>
              typeof item === 'string' ? (
                <VenueHead venue={item} />
              ) : (
                <WatchRow
                  instrument={item}
                  index={props.markets.indexOf(item)}
                  of={props.markets.length}
                  passing={rows.moving()}
                />
              )
            }
          </For>
        </div>
      </div>
    </div>
  )
}

function VenueHead(props: { venue: string }) {
  return (
    <div
      class="flex h-10 items-end justify-between gap-2 px-3 pb-1.5 text-muted pointer-coarse:h-12"
      aria-hidden="true"
    >
      <span>{props.venue}</span>
      <span>Data only</span>
    </div>
  )
}
