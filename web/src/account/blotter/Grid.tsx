import { For, type ParentProps } from 'solid-js'

/** A column: its head, and whether it holds words (left) or numbers (right). */
export interface Column {
  readonly head: string
  readonly words?: boolean
  /** Left out where the screen is not wide; the cells carry the same class. */
  readonly extra?: boolean
}

/** The class of cells in a column that is left out where the screen is not wide. */
export const extra = 'max-full:hidden'

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
          <For each={props.columns}>{(column) => <Head column={column} />}</For>
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  )
}

function Head(props: { column: Column }) {
  const aligned = () => (props.column.words === true ? 'text-left' : 'num')
  const shown = () => (props.column.extra === true ? extra : '')
  return (
    <th
      scope="col"
      class={`px-2 max-wide:px-1 font-normal whitespace-nowrap first:pl-3 last:pr-3
        ${aligned()} ${shown()}`}
    >
      {props.column.head}
    </th>
  )
}
