import { canonical, compare, decimal, isZero, type Decimal } from './decimal.js'
import type { BookSnapshot, LevelText } from './shapes.js'

export interface Level {
  /** The price as the source writes it. */
  readonly text: string
  readonly price: Decimal
  readonly quantity: Decimal
}

/** A book, best prices first on both sides. */
export interface Book {
  readonly bids: readonly Level[]
  readonly asks: readonly Level[]
  readonly sequence: string
  readonly time: string | undefined
  readonly source: string | undefined
}

type Direction = 1 | -1

/** A whole book from its snapshot. */
export function bookOf(snapshot: BookSnapshot): Book {
  return {
    bids: merge([], snapshot.bids, -1),
    asks: merge([], snapshot.asks, 1),
    sequence: String(snapshot.sequence),
    time: snapshot.time ?? undefined,
    source: snapshot.source,
  }
}

/** The book after a delta of absolute levels; a quantity of 0 takes the level away. */
export function changed(book: Book, delta: Partial<BookSnapshot>): Book {
  return {
    bids: delta.bids === undefined ? book.bids : merge(book.bids, delta.bids, -1),
    asks: delta.asks === undefined ? book.asks : merge(book.asks, delta.asks, 1),
    sequence: delta.sequence === undefined ? book.sequence : String(delta.sequence),
    time: delta.time ?? book.time,
    source: delta.source ?? book.source,
  }
}

function merge(
  levels: readonly Level[],
  changes: readonly LevelText[],
  direction: Direction,
): readonly Level[] {
  if (changes.length === 0) return levels
  const byPrice = new Map(levels.map((level) => [canonical(level.price), level]))
  for (const [text, quantityText] of changes) {
    const price = decimal(text)
    const quantity = decimal(quantityText)
    if (isZero(quantity)) byPrice.delete(canonical(price))
    else byPrice.set(canonical(price), { text, price, quantity })
  }
  return [...byPrice.values()].sort((a, b) => direction * compare(a.price, b.price))
}
