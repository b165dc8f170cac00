import { Show, createMemo, on } from 'solid-js'
import type { Link } from '../../client/stream'
import { age, unknown } from '../look/format'
import { useTerminal } from '../terminal'

const words: Record<Link, string> = {
  connecting: 'Connecting',
  connected: 'Connected',
  reconnecting: 'Reconnecting',
  offline: 'Offline',
}

/** Whether the platform is heard, how far away it is, and how old what is painted is. */
export function ConnectionStatus() {
  const { connection, stream } = useTerminal()
  const link = createMemo(() => connection.status().link)
  /** The connection is open, but nothing comes. */
  const silent = () => link() === 'connected' && connection.staleForMs() !== undefined
  const roundTrip = () => connection.status().roundTripMs
  const second = createMemo(() => Math.floor(connection.now() / 1_000))
  // Read once a second: a figure that flickers cannot be read.
  const lag = createMemo(on(second, () => connection.lagMs()))
  return (
    <div class="flex min-w-0 items-center gap-3" data-testid="connection" data-link={link()}>
      <span
        role="status"
        class="flex items-center gap-1.5"
        classList={{ 'text-danger-text': link() === 'offline' }}
      >
        <Dot link={silent() ? 'connecting' : link()} />
        {silent() ? 'No answer' : words[link()]}
      </span>
      <Show
        when={connection.staleForMs()}
        fallback={
          <>
            <Figure
              name="Round trip"
              ms={roundTrip()}
              title="From a ping to its answer"
              class="max-wide:hidden"
            />
            <Figure
              name="Lag"
              ms={lag()}
              title="Age of the newest change of a market of ours when it was painted"
              testid="lag"
            />
          </>
        }
      >
        {(ms) => <span class="text-warning">Data {age(ms())} old</span>}
      </Show>
      <Show when={link() === 'offline' || link() === 'reconnecting'}>
        <button
          type="button"
          class="text-text underline pointer-coarse:-my-3 pointer-coarse:min-h-11"
          onClick={() => stream.retryNow()}
        >
          Retry
        </button>
      </Show>
    </div>
  )
}

interface FigureProps {
  readonly name: string
  readonly title: string
  readonly ms: number | undefined
  readonly class?: string
  readonly testid?: string
}

function Figure(props: FigureProps) {
  return (
    <span class={`whitespace-nowrap ${props.class ?? ''}`} title={props.title}>
      {props.name}{' '}
      <span class="text-digits tabular-nums" data-testid={props.testid}>
        {props.ms === undefined ? unknown : `${props.ms} ms`}
      </span>
    </span>
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
