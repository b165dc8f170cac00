import { createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'

/** Rows drawn beyond either edge, so that scrolling shows no hole. */
const beyond = 4
/** A list that has not moved for so long is looked at. */
const restMs = 120

/** The part of a long list of equal rows that is in sight; the others are not drawn at all. */
export interface RowWindow {
  readonly from: Accessor<number>
  /** Exclusive. */
  readonly to: Accessor<number>
  /** True while it is being scrolled, and for a moment after. */
  readonly moving: Accessor<boolean>
  /** The `ref` of the element that scrolls. */
  watch(element: HTMLElement): void
  /** Scrolls as little as brings the row into sight; it is drawn when this returns. */
  reveal(row: number): void
}

/** @param rowHeight in pixels, the same for every row */
export function createRowWindow(count: Accessor<number>, rowHeight: number): RowWindow {
  const [top, setTop] = createSignal(0)
  const [height, setHeight] = createSignal(0)
  const [moving, setMoving] = createSignal(false)
  let rest: ReturnType<typeof setTimeout> | undefined
  let scroller: HTMLElement | undefined
  const observer = new ResizeObserver(([entry]) => setHeight(entry?.contentRect.height ?? 0))
  const scroll = (element: HTMLElement) => {
    setTop(element.scrollTop)
    setMoving(true)
    clearTimeout(rest)
    rest = setTimeout(() => setMoving(false), restMs)
  }
  onCleanup(() => {
    observer.disconnect()
    clearTimeout(rest)
  })
  const range = createMemo(() => rowsInSight(top(), height(), rowHeight, count()), [0, 0], {
    equals: (a, b) => a[0] === b[0] && a[1] === b[1],
  })
  return {
    from: () => range()[0],
    to: () => range()[1],
    moving,
    watch(element) {
      scroller = element
      observer.observe(element)
      element.addEventListener('scroll', () => scroll(element), { passive: true })
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
