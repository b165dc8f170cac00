import { createSignal, onCleanup, type Accessor } from 'solid-js'

/**
 * How many whole rows an element has room for.
 *
 * @returns the count, and the `ref` of the element to watch
 */
export function createRowsThatFit(
  rowHeight: number,
): readonly [rows: Accessor<number>, watch: (element: HTMLElement) => void] {
  const [rows, setRows] = createSignal(0)
  const observer = new ResizeObserver(([entry]) => {
    if (entry !== undefined) setRows(Math.floor(entry.contentRect.height / rowHeight))
  })
  onCleanup(() => observer.disconnect())
  return [rows, (element) => observer.observe(element)]
}
