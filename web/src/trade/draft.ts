import { createMemo, type Accessor } from 'solid-js'
import { canonical, decimal, parseDecimal, type Decimal } from '../../client/decimal'
import type { Instrument } from '../../client/shapes'
import { followBook } from '../market/book/books'
import { isMargined } from '../margin/rates'
import { useTerminal } from '../terminal'
import { faultsOf, type Fault } from './faults'
import { isPriced, partsOf, waits, type Part, type Setting } from './form'
import { chargesOf, previewOf, sizeFor, unusualAgainst, type Preview } from './preview'

/** The ticket's form and everything that can be said about it before it is sent. */
export interface WorkingDraft {
  readonly setting: Accessor<Setting>
  /** The fields that apply. */
  readonly parts: Accessor<ReadonlySet<Part>>
  readonly faults: Accessor<readonly Fault[]>
  readonly preview: Accessor<Preview | undefined>
  /** The asset that pays: the quote to buy or on margin, the base to sell. */
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
  const { ticket, topics, account, margin, connection } = useTerminal()
  const { form } = ticket
  const book = followBook(topics, () => market().symbol).value
  const margined = () => isMargined(market())
  const setting = createMemo<Setting>(() => ({
    margined: margined(),
    hedging: margin.settings()?.positionMode === 'hedging',
  }))
  const charges = createMemo(() => chargesOf(market(), margin.settings()))
  const now = createMemo(() => Math.floor(connection.platformNow() / 1_000) * 1_000)
  const faults = createMemo(() => faultsOf(form(), market(), setting(), now()))
  const sound = <T>(of: () => T) => (faults().length === 0 ? of() : undefined)
  const buying = () => form().side === 'buy'
  const fundsAsset = () => (buying() || margined() ? market().quote : market().base) ?? ''
  const available = createMemo(() => {
    if (margined()) return margin.free(fundsAsset())
    const balance = account.balances().find((each) => each.asset === fundsAsset())
    return balance === undefined ? undefined : decimal(balance.available)
  })
  const priceToPay = () => {
    const { type, price, trigger } = form()
    const typed = isPriced(type) ? price : waits(type) ? trigger : ''
    return parseDecimal(typed.trim()) ?? (buying() ? book()?.asks : book()?.bids)?.[0]?.price
  }
  return {
    setting,
    parts: createMemo(() => partsOf(form(), setting())),
    faults,
    preview: createMemo(() => sound(() => previewOf(form(), market(), charges(), book()))),
    fundsAsset,
    available,
    unusual: createMemo(() =>
      sound(() =>
        unusualAgainst(decimal(form().quantity.trim()), market().symbol, account.history()),
      ),
    ),
    startingPrice: () => (buying() ? book()?.bids : book()?.asks)?.[0]?.text,
    setTenths(tenths) {
      const funds = available()
      if (funds === undefined) return
      const size = sizeFor(tenths, form().side, funds, priceToPay(), market(), charges())
      if (size !== undefined) ticket.set({ quantity: canonical(size) })
    },
  }
}
