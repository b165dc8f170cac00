import { createMemo, mapArray, type Accessor } from 'solid-js'
import { add, decimal, zero, type Decimal } from '../../../client/decimal'
import type { Position } from '../../../client/shapes'
import { useTerminal } from '../../terminal'
import { followLast } from '../../market/lastPrice'
import { quotes } from '../../market/reducers'
import { markOf, unrealizedOf, valueOf } from '../positions'

/** A position with what the market makes of it now. */
export interface LivePosition {
  readonly symbol: string
  readonly position: Accessor<Position>
  readonly mark: Accessor<Decimal | undefined>
  readonly value: Accessor<Decimal | undefined>
  readonly unrealized: Accessor<Decimal | undefined>
}

/** Live rows of the given symbols' positions, each made once. */
export function createLivePositions(
  symbols: Accessor<readonly string[]>,
): Accessor<readonly LivePosition[]> {
  return createMemo(mapArray(symbols, createLive))
}

function createLive(symbol: string): LivePosition {
  const { account, topics } = useTerminal()
  const quote = topics.follow(() => `market.${symbol}.quote`, quotes).value
  const last = followLast(topics, () => symbol)
  const position = createMemo<Position>((before) => account.positions().get(symbol) ?? before, {
    accountId: '',
    symbol,
    quantity: '0',
    averagePrice: null,
    markPrice: null,
    unrealizedPnl: null,
    realizedPnl: '0',
  })
  const mark = createMemo(() => markOf(quote(), last()?.price, position()))
  const atMark = <T>(of: (position: Position, mark: Decimal) => T) => () => {
    const now = mark()
    return now === undefined ? undefined : of(position(), now)
  }
  return {
    symbol,
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
