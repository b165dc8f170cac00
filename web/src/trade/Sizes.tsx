import { For } from 'solid-js'

const shares: readonly [tenths: number, name: string][] = [
  [1, '10 %'],
  [2, '20 %'],
  [5, '50 %'],
  [10, 'All'],
]

/** Sizes as a share of what is available. */
export function Sizes(props: { disabled: boolean; set(tenths: number): void }) {
  return (
    <div class="grid grid-cols-4 gap-1" role="group" aria-label="Share of the available funds">
      <For each={shares}>
        {([tenths, name]) => (
          <button
            type="button"
            class="quiet border border-line"
            disabled={props.disabled}
            onClick={() => props.set(tenths)}
          >
            {name}
          </button>
        )}
      </For>
    </div>
  )
}
