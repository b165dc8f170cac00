import { Show, createMemo } from 'solid-js'
import type { Link } from '../../client/stream'
import { age } from '../look/format'
import { useTerminal } from '../terminal'

const words: Record<Link, string> = {
  connecting: 'Connecting',
  connected: 'Connected',
  reconnecting: 'Reconnecting',
  offline: 'Offline',
}

/** Whether the platform is heard, how far away it is, and how old the last word is. */
export function ConnectionStatus() {
  const { connection, stream } = useTerminal()
  const link = createMemo(() => connection.status().link)
  const roundTrip = () => connection.status().roundTripMs
  return (
    <div class="flex items-center gap-2 text-muted" data-testid="connection" data-link={link()}>
      <span
        role="status"
        class="flex items-center gap-2"
        classList={{ 'text-danger-text': link() === 'offline' }}
      >
        <Dot link={link()} />
        <span class={link() === 'connected' ? 'max-full:sr-only' : 'max-wide:sr-only'}>
          {words[link()]}
        </span>
      </span>
      <Show when={roundTrip() !== undefined}>
        <span class="num min-w-10" title="Round trip of the last ping">
          {roundTrip()} ms
        </span>
      </Show>
      <Show when={connection.staleForMs()}>
        {(ms) => <span class="text-warning">Data {age(ms())} old</span>}
      </Show>
      <Show when={link() === 'offline' || link() === 'reconnecting'}>
        <button type="button" class="quiet underline" onClick={() => stream.retryNow()}>
          Retry
        </button>
      </Show>
    </div>
  )
}

/** A different shape for each state, so that colour is not needed. */
function Dot(props: { link: Link }) {
  return (
    <svg viewBox="0 0 10 10" class="size-2.5" aria-hidden="true">
      {props.link === 'connected' ? (
        <circle cx="5" cy="5" r="4" class="fill-up" />
      ) : props.link === 'offline' ? (
        <path d="M1.5 1.5l7 7m0-7l-7 7" class="stroke-danger-text" stroke-width="2" />
      ) : (
        <circle cx="5" cy="5" r="3.5" class="fill-none stroke-warning" stroke-width="2" />
      )}
    </svg>
  )
}
