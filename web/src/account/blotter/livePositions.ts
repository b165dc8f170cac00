import { createMemo, mapArray, type Accessor } from 'solid-js'
import { add, decimal, zero, type Decimal } from '../../../client/decimal'
import type { Position } from '../../../client/shapes'
import { useTerminal } from '../../terminal'
import { followLast } from '../../market/lastPrice'
import { quotes } from '../../market/reducers'
import { isMargined } from '../../margin/rates'
import { exchangeMark, markOf, symbolOf, unrealizedOf, valueOf } from '../positions'

/** A position with what the market makes of it now. */
export interface LivePosition {
  readonly symbol: string
  /** Long or short where both stand side by side. */
  readonly side: string
  readonly margined: Accessor<boolean>
  readonly position: Accessor<Position>
  readonly mark: Accessor<Decimal | undefined>
  readonly value: Accessor<Decimal | undefined>
  readonly unrealized: Accessor<Decimal | undefined>
}

/** Live rows of the positions with the given keys, each made once. */
export function createLivePositions(
  keys: Accessor<readonly string[]>,
): Accessor<readonly LivePosition[]> {
  return createMemo(mapArray(keys, createLive))
}

function createLive(key: string): LivePosition {
  const { account, topics, instruments } = useTerminal()
  const symbol = symbolOf(key)
  const market = createMemo(() => instruments.bySymbol().get(symbol))
  const multiplier = createMemo(() => decimal(market()?.multiplier ?? '1'))
  const quote = topics.follow(() => `market.${symbol}.quote`, quotes).value
  const last = followLast(topics, () => symbol)
  const position = createMemo<Position>((before) => account.positions().get(key) ?? before, {
    accountId: '',
    symbol,
    quantity: '0',
    averagePrice: null,
    markPrice: null,
    unrealizedPnl: null,
    realizedPnl: '0',
  })
  const mark = createMemo(() => {
    if (!isMargined(market())) return markOf(quote(), last()?.price, position())
    const told = market()?.markPrice ?? position().markPrice
    const isDealt = market()?.terms?.dealerSpread ?? undefined
    const known = isDealt === undefined ? exchangeMark(quote(), last()?.price) : undefined
    return known ?? (told === null ? undefined : decimal(told))
  })
  const atMark =
    <T>(of: (position: Position, mark: Decimal, multiplier: Decimal) => T) =>
    () => {
      const now = mark()
      return now === undefined ? undefined : of(position(), now, multiplier())
    }
  return {
    symbol,
    side: key.slice(symbol.length + 1),
    margined: () => isMargined(market()),
    position,
    mark,
    value: createMemo(atMark(valueOf)),
    unrealized: createMemo(atMark(unrealizedOf)),
  }
}

/** Sums of what all rows have earned; undefined while one of them is not known. */
export function totals(rows: readonly LivePosition[]): {
  readonly unrealized: Decimal | undefined
  readonly realized: Decimal
} {
  let unrealized: Decimal | undefined = zero
  let realized = zero
  for (const row of rows) {
    const open = row.unrealized()
    unrealized = unrealized && open && add(unrealized, open)
    realized = add(realized, decimal(row.position().realizedPnl))
  }
  return { unrealized, realized }
}
