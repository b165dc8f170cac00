import { For } from 'solid-js'
import { dayTime } from '../look/format'
import { useTerminal } from '../terminal'

/** A toast for each alert that fires while the page looks on. */
export function AlertNotices() {
  const { alertNews, route } = useTerminal()
  return (
    <For each={alertNews.notices()}>
      {(firing) => (
        <div
          role="alert"
          class="floating pointer-events-auto flex items-start gap-2 border-l-4 border-l-accent p-3"
          data-testid="alert-notice"
        >
          <div class="min-w-0 flex-1">
            <span class="text-[12px] text-muted tabular-nums">{dayTime(firing.time)} UTC</span>
            <p class="break-words">
              <button
                type="button"
                class="font-semibold underline"
                onClick={() => route.open(firing.symbol)}
              >
                {firing.symbol}
              </button>{' '}
              {firing.name}, at {firing.value}
            </p>
          </div>
          <button
            type="button"
            class="quiet px-2"
            aria-label="Dismiss"
            onClick={() => alertNews.dismiss(firing)}
          >
            ×
          </button>
        </div>
      )}
    </For>
  )
}
