import { createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'

/** Rows drawn beyond either edge, so that scrolling shows no hole. */
const beyond = 4

/** The part of a long list of equal rows that is in sight; the others are not drawn at all. */
export interface RowWindow {
  readonly from: Accessor<number>
  /** Exclusive. */
  readonly to: Accessor<number>
  /** Whether the list has been scrolled away from its first row. */
  readonly scrolled: Accessor<boolean>
  /** The `ref` of the element that scrolls. */
  watch(element: HTMLElement): void
  /** Scrolls as little as brings the row into sight; it is drawn when this returns. */
  reveal(row: number): void
}

/** @param rowHeight in pixels, the same for every row */
export function createRowWindow(count: Accessor<number>, rowHeight: number): RowWindow {
  const [top, setTop] = createSignal(0)
  const [height, setHeight] = createSignal(0)
  let scroller: HTMLElement | undefined
  const observer = new ResizeObserver(([entry]) => setHeight(entry?.contentRect.height ?? 0))
  onCleanup(() => observer.disconnect())
  const range = createMemo(() => rowsInSight(top(), height(), rowHeight, count()), [0, 0], {
    equals: (a, b) => a[0] === b[0] && a[1] === b[1],
  })
  return {
    from: () => range()[0],
    to: () => range()[1],
    scrolled: () => top() > 0,
    watch(element) {
      scroller = element
      observer.observe(element)
      element.addEventListener('scroll', () => setTop(element.scrollTop), { passive: true })
    },
    reveal(row) {
      if (scroller === undefined) return
      const [start, end] = [row * rowHeight, (row + 1) * rowHeight]
      if (start < scroller.scrollTop) scroller.scrollTop = start
      else if (end > scroller.scrollTop + height()) scroller.scrollTop = end - height()
      setTop(scroller.scrollTop)
    },
  }
}

/** The first row in sight and the one after the last, some beyond the edges included. */
export function rowsInSight(
  top: number,
  height: number,
  rowHeight: number,
  count: number,
): readonly [from: number, to: number] {
  if (height <= 0) return [0, 0]
  const from = Math.floor(top / rowHeight) - beyond
  const to = Math.ceil((top + height) / rowHeight) + beyond
  return [Math.min(count, Math.max(0, from)), Math.min(count, Math.max(0, to))]
}
