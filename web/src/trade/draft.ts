import { createMemo, type Accessor } from 'solid-js'
import { canonical, decimal, parseDecimal, type Decimal } from '../../client/decimal'
import type { Instrument } from '../../client/shapes'
import { followBook } from '../market/book/books'
import { useTerminal } from '../terminal'
import {
  faultOf,
  previewOf,
  sizeFor,
  unusualAgainst,
  type Draft,
  type Fault,
  type Preview,
} from './preview'

/** The ticket's draft and everything that can be said about it before it is sent. */
export interface WorkingDraft {
  readonly draft: Accessor<Draft>
  readonly fault: Accessor<Fault | undefined>
  readonly preview: Accessor<Preview | undefined>
  /** The asset that pays: the quote to buy, the base to sell. */
  readonly fundsAsset: Accessor<string>
  readonly available: Accessor<Decimal | undefined>
  /** The largest recent size, when this one is far beyond it. */
  readonly unusual: Accessor<Decimal | undefined>
  /** The best price on our own side: where a limit order starts. */
  readonly startingPrice: Accessor<string | undefined>
  /** Fills in the size that so many tenths of the funds allow. */
  setTenths(tenths: number): void
}

export function createDraft(market: Accessor<Instrument>): WorkingDraft {
  const { ticket, topics, account } = useTerminal()
  const book = followBook(topics, () => market().symbol).value
  const buying = () => ticket.side() === 'buy'
  const draft = () => ({
    side: ticket.side(),
    type: ticket.type(),
    price: ticket.price().trim(),
    quantity: ticket.quantity().trim(),
  })
  const fault = createMemo(() => faultOf(draft(), market()))
  const sound = <T>(of: () => T) => (fault() === undefined ? of() : undefined)
  const fundsAsset = () => (buying() ? market().quote : market().base) ?? ''
  const available = createMemo(() => {
    const balance = account.balances().find((each) => each.asset === fundsAsset())
    return balance === undefined ? undefined : decimal(balance.available)
  })
  const priceToPay = () => {
    const typed = ticket.type() === 'limit' ? parseDecimal(draft().price) : undefined
    return typed ?? (buying() ? book()?.asks : book()?.bids)?.[0]?.price
  }
  return {
    draft,
    fault,
    preview: createMemo(() => sound(() => previewOf(draft(), market(), book()))),
    fundsAsset,
    available,
    unusual: createMemo(() =>
      sound(() =>
        unusualAgainst(decimal(draft().quantity), market().symbol, account.history()),
      ),
    ),
    startingPrice: () => (buying() ? book()?.bids : book()?.asks)?.[0]?.text,
    setTenths(tenths) {
      const funds = available()
      if (funds === undefined) return
      const size = sizeFor(tenths, ticket.side(), funds, priceToPay(), market())
      if (size !== undefined) ticket.setQuantity(canonical(size))
    },
  }
}
