import { Show, createEffect, createMemo, on } from 'solid-js'
import { age, clockTime } from '../look/format'
import { createLoader } from '../look/loaded'
import { followBook } from '../market/book/books'
import { useTerminal } from '../terminal'
import { ConnectionStatus } from './ConnectionStatus'

/** How the page is served: link, lag, rate, clock, build. On a phone the link and the lag. */
export function StatusBar() {
  const { connection } = useTerminal()
  return (
    <footer
      class="flex h-6 shrink-0 items-center gap-4 border-t border-line bg-panel px-3 text-[12px]
        text-muted"
      data-testid="status-bar"
    >
      <ConnectionStatus />
      <MarketAge />
      <FeedsLink />
      <span class="ml-auto whitespace-nowrap max-wide:hidden" title="Changes heard in a second">
        <span class="text-digits tabular-nums" data-testid="changes-per-second">
          {connection.changesPerSecond()}
        </span>{' '}
        changes/s
      </span>
      <time
        class="text-digits tabular-nums max-wide:hidden"
        title="Coordinated universal time, by the platform's clock where it tells it"
      >
        {clockTime(connection.platformNow())} UTC
      </time>
      <Build />
    </footer>
  )
}

function FeedsLink() {
  const { frame } = useTerminal()
  return (
    <button
      type="button"
      class="whitespace-nowrap underline hover:text-text max-wide:ml-auto pointer-coarse:-my-3
        pointer-coarse:min-h-11"
      title="Where market data comes from, and how each source is doing"
      onClick={() => frame.showData('feeds')}
      data-testid="feeds-open"
    >
      Feeds
    </button>
  )
}

/** When the book on the screen changed last. */
function MarketAge() {
  const { connection, instrument, topics } = useTerminal()
  const symbol = createMemo(() => instrument()?.symbol)
  const book = followBook(topics, symbol).value
  const changed = createMemo(() => {
    const at = book()?.changedAt
    return at === undefined ? undefined : age(connection.now() - at)
  })
  return (
    <Show when={changed()}>
      {(text) => (
        <span class="truncate max-wide:hidden" title="Since the last change of its book">
          {symbol()} <span class="text-digits tabular-nums">{text()}</span> ago
        </span>
      )}
    </Show>
  )
}

/** Asked for when the platform is there, again when it was away: it may be another build. */
function Build() {
  const { connection, rest } = useTerminal()
  const build = createLoader(() => rest.health())
  const isConnected = createMemo(() => connection.status().link === 'connected')
  createEffect(
    on(isConnected, (connected) => {
      if (connected) void build.load()
    }),
  )
  const text = () => [build.value()?.version, build.value()?.commit?.slice(0, 7)].filter(Boolean)
  return (
    <Show when={text().length > 0}>
      <span class="whitespace-nowrap max-full:hidden" title="Build of the platform">
        {text().join(' · ')}
      </span>
    </Show>
  )
}
