import { Show, type JSX, type ParentProps } from 'solid-js'
import { useTerminal } from '../terminal'
import { age } from '../look/format'

interface PanelProps extends ParentProps {
  readonly title: string
  readonly testid: string
  /** Beside the title: the panel's own controls. */
  readonly controls?: JSX.Element
  /** Live values go stale with the connection; the panel then says how old they are. */
  readonly live?: boolean
  /** How old the panel's own source is, when that is too old to pass for current. */
  readonly oldForMs?: number | undefined
  /** Where the screen is not wide, the controls alone say what the panel is. */
  readonly quietTitle?: boolean
  readonly class?: string
}

/** One job, one title. */
export function Panel(props: PanelProps) {
  const { connection } = useTerminal()
  const staleForMs = () =>
    props.live === true ? oldest(connection.staleForMs(), props.oldForMs) : undefined
  return (
    <section
      class={`flex min-h-0 min-w-0 flex-col bg-panel ${props.class ?? ''}`}
      aria-label={props.title}
      data-testid={props.testid}
      data-panel
      data-stale={staleForMs() !== undefined}
      tabindex="-1"
    >
      <header class="flex min-h-8 shrink-0 flex-wrap items-center gap-x-2 border-b border-line px-3
          max-wide:min-h-10">
        <h2 class={`shrink-0 font-semibold ${props.quietTitle === true ? 'max-full:sr-only' : ''}`}>
          {props.title}
        </h2>
        <Show when={staleForMs()}>
          {(ms) => <span class="text-warning">{age(ms())} old</span>}
        </Show>
        {props.controls}
      </header>
      {props.children}
    </section>
  )
}

/** Of the connection's silence and the source's own, the longer one tells the age. */
function oldest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b)
}
