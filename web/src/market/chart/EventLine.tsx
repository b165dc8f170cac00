import { For, Show, createMemo } from 'solid-js'
import { dayTime } from '../../look/format'
import { useTerminal } from '../../terminal'
import { followEvents } from './events'

const shownMax = 4

/** What happened last around this market, such as the goals of a match. */
export function EventLine() {
  const { topics, instrument } = useTerminal()
  const events = followEvents(topics, () => instrument()?.symbol)
  const shown = createMemo(() => events().slice(0, shownMax))
  return (
    <Show when={shown().length > 0}>
      <ol
        class="flex shrink-0 gap-x-4 overflow-hidden border-b border-line px-3 py-1
          whitespace-nowrap text-muted"
        aria-label="Last events"
        data-testid="events"
      >
        <For each={shown()}>
          {(event, i) => (
            <li class={i() === 0 ? 'text-text' : 'truncate'} title={`${dayTime(event.time)} UTC`}>
              <Show when={i() === 0}>
                <span class="text-warning" aria-hidden="true">
                  ●{' '}
                </span>
              </Show>
              {event.headline}
            </li>
          )}
        </For>
      </ol>
    </Show>
  )
}
