import { For, type ParentProps } from 'solid-js'

/** A column: its head, and whether it holds words (left) or numbers (right). */
export interface Column {
  readonly head: string
  readonly words?: boolean
}

interface GridProps extends ParentProps {
  readonly caption: string
  readonly columns: readonly Column[]
  hold?(over: boolean): void
}

/** A table of the blotter. */
export function Grid(props: GridProps) {
  return (
    <table
      class="w-full"
      onPointerEnter={() => props.hold?.(true)}
      onPointerLeave={() => props.hold?.(false)}
    >
      <caption class="sr-only">{props.caption}</caption>
      <thead class="sticky top-0 z-10 bg-panel text-muted">
        <tr class="h-6">
          <For each={props.columns}>
            {(column) => (
              <th
                scope="col"
                class={`px-2 font-normal whitespace-nowrap first:pl-3 last:pr-3 ${
                  column.words === true ? 'text-left' : 'num'
                }`}
              >
                {column.head}
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  )
}
