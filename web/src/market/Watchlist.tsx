import { For, Match, Show, Switch, createMemo, createSignal } from 'solid-js'
import type { Failure } from '../../client/failures'
import type { Instrument } from '../../client/shapes'
import { Panel } from '../frame/Panel'
import { Empty, Failed, Skeleton } from '../look/states'
import { useTerminal } from '../terminal'
import { byVenue, matches } from './instruments'
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
    <Panel title="Markets" testid="watchlist" live class={props.class}>
      <div class="flex min-h-0 flex-1 flex-col" onKeyDown={moveFocus}>
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

function rowsIn(element: Element): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>('[role=option]')]
}

/** The arrow keys go from market to market, and from the filter to the first. */
function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  const rows = rowsIn(event.currentTarget)
  const at = rows.indexOf(document.activeElement as HTMLElement)
  rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.focus()
}

function FilterField(props: { query: string; set(query: string): void }) {
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const list = event.currentTarget.closest('[data-panel]')
    if (event.key === 'Enter' && list !== null) rowsIn(list)[0]?.click()
    if (event.key === 'Escape') props.set('')
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

function MarketList(props: { markets: readonly Instrument[] }) {
  const groups = createMemo(() => byVenue(props.markets))
  return (
    <div role="listbox" aria-label="Markets" class="min-h-0 flex-1 overflow-y-auto pb-2">
      <For each={groups()}>
        {([venue, members]) => (
          <div role="group" aria-label={venue === '' ? 'Ratel' : `${venue}, data only`}>
            <div class="flex justify-between gap-2 px-3 pt-2 pb-1 text-muted" aria-hidden="true">
              <span>{venue === '' ? 'Ratel' : venue}</span>
              <Show
                when={venue !== ''}
                fallback={<span class="max-full:hidden">since 00:00 UTC</span>}
              >
                <span>data only</span>
              </Show>
            </div>
            <For each={members}>{(each) => <WatchRow instrument={each} />}</For>
          </div>
        )}
      </For>
    </div>
  )
}
