import { For, type ParentProps } from 'solid-js'

/** A column: its head, and whether it holds words (left) or numbers (right). */
export interface Column {
  readonly head: string
  readonly words?: boolean
  /** Left out where the screen is not wide, or is a phone's; the cells carry the same class. */
  readonly extra?: boolean | 'phone'
}

/** The class of cells in a column that is left out where the screen is not wide. */
export const extra = 'max-full:hidden'

/** The class of cells in a column that is left out on a phone. */
export const notOnPhones = 'max-wide:hidden'

/** The arrow keys go from row to row. */
export function moveFocus(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const row = (event.target as HTMLElement).closest('tr')
  if (step === undefined || row === null) return
  const rows = [...(row.parentElement?.querySelectorAll<HTMLElement>('tr[tabindex]') ?? [])]
  event.preventDefault()
  rows[rows.indexOf(row) + step]?.focus()
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
      onKeyDown={moveFocus}
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
  const left = { phone: notOnPhones, true: extra, false: '' }
  const shown = () => left[`${props.column.extra ?? false}`]
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
