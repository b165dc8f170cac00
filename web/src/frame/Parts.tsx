import { For, type ParentProps } from 'solid-js'
import { useTerminal } from '../terminal'

interface PartsProps<T extends string> {
  readonly title: string
  readonly testid: string
  /** What the tabs are found by: `data` makes `data-feeds`. */
  readonly prefix: string
  readonly parts: readonly (readonly [T, string])[]
  readonly shown: T
  show(part: T): void
}

/** A view of several parts, with a tab for each and the way back to trading. */
export function Parts<T extends string>(props: ParentProps<PartsProps<T>>) {
  const { frame } = useTerminal()
  return (
    <main class="flex min-h-0 flex-1 flex-col bg-panel" data-testid={props.testid}>
      <header
        class="flex min-h-10 shrink-0 items-center gap-1 overflow-x-auto border-b border-line px-3"
      >
        <h2 class="mr-2 font-semibold max-wide:sr-only">{props.title}</h2>
        <div class="flex" role="tablist" aria-label={props.title}>
          <For each={props.parts}>
            {([each, name]) => (
              <button
                type="button"
                role="tab"
                class="quiet"
                aria-selected={props.shown === each}
                onClick={() => props.show(each)}
                data-testid={`${props.prefix}-${each}`}
              >
                {name}
              </button>
            )}
          </For>
        </div>
        <button
          type="button"
          class="quiet ml-auto"
          aria-label="Back to trading"
          onClick={() => frame.look('trade')}
          data-testid={`${props.prefix}-close`}
        >
          <span class="max-wide:hidden">Back to trading</span>
          <span class="wide:hidden" aria-hidden="true">
            ×
          </span>
        </button>
      </header>
      <div class="min-h-0 flex-1 overflow-auto" role="tabpanel">
        {props.children}
      </div>
    </main>
  )
}
