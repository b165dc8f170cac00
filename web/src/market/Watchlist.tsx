import { For, Match, Show, Switch, createMemo, createSignal } from 'solid-js'
import type { Failure } from '../../client/failures'
import type { Instrument } from '../../client/shapes'
import { Panel } from '../frame/Panel'
import { Empty, Failed, Skeleton } from '../look/states'
import { useTerminal } from '../terminal'
import { matches, venueOf } from './instruments'
import { WatchRow } from './WatchRow'

/** Every market, Ratel's own first; the arrow keys move, Enter opens. */
export function Watchlist(props: { class: string }) {
  const { instruments } = useTerminal()
  const [query, setQuery] = createSignal('')
  let list: HTMLDivElement | undefined
  const shown = createMemo(() =>
    (instruments.value() ?? []).filter((each) => matches(each, query().trim())),
  )
  const groups = createMemo(() => grouped(shown()))
  const loaded = instruments.loaded
  const failure = (): Failure | undefined => {
    const now = loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  const rows = () => [...(list?.querySelectorAll<HTMLElement>('[role=option]') ?? [])]
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const all = rows()
    const at = all.indexOf(document.activeElement as HTMLElement)
    all[Math.min(all.length - 1, Math.max(0, at + step))]?.focus()
  }
  const onFilterKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') rows()[0]?.click()
    if (event.key === 'ArrowDown') rows()[0]?.focus()
    if (event.key === 'Escape') setQuery('')
  }

  return (
    <Panel title="Markets" testid="watchlist" live class={props.class}>
      <div class="shrink-0 p-2">
        <input
          class="field"
          type="search"
          placeholder="Filter  /"
          aria-label="Filter markets"
          autocomplete="off"
          spellcheck={false}
          data-testid="watchlist-filter"
          value={query()}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={onFilterKey}
        />
      </div>
      <Switch>
        <Match when={loaded().state === 'loading'}>
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
          <Empty says={query() === '' ? 'No market is listed yet.' : `No market matches “${query()}”.`}>
            <Show when={query() !== ''}>
              <button type="button" class="firm" onClick={() => setQuery('')}>
                Show all markets
              </button>
            </Show>
          </Empty>
        </Match>
        <Match when={true}>
          <div
            ref={list}
            role="listbox"
            aria-label="Markets"
            class="min-h-0 flex-1 overflow-y-auto pb-2"
            onKeyDown={onKeyDown}
          >
            <For each={groups()}>
              {([venue, members]) => (
                <div role="group" aria-label={venue === '' ? 'Ratel' : `${venue}, data only`}>
                  <div class="flex justify-between px-3 pt-2 pb-1 text-muted" aria-hidden="true">
                    <span>{venue === '' ? 'Ratel' : venue}</span>
                    <span>{venue === '' ? 'since 00:00 UTC' : 'data only'}</span>
                  </div>
                  <For each={members}>{(each) => <WatchRow instrument={each} />}</For>
                </div>
              )}
            </For>
          </div>
        </Match>
      </Switch>
    </Panel>
  )
}

function grouped(instruments: readonly Instrument[]): [string, readonly Instrument[]][] {
  const groups = new Map<string, Instrument[]>()
  for (const each of instruments) {
    const members = groups.get(venueOf(each))
    if (members === undefined) groups.set(venueOf(each), [each])
    else members.push(each)
  }
  return [...groups]
}
