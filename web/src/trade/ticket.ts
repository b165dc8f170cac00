import { createEffect, createSignal, on, type Accessor } from 'solid-js'
import { ApiError, asFailure, type Failure } from '../../client/failures'
import type { Rest } from '../../client/rest'
import type { Order, OrderType, PlaceOrder, Side, TimeInForce } from '../../client/shapes'

/** What happened to the last order that was sent. */
export type Sending =
  | { readonly step: 'sent'; readonly request: PlaceOrder }
  | { readonly step: 'acknowledged'; readonly request: PlaceOrder; readonly orderId: string }
  | { readonly step: 'refused'; readonly request: PlaceOrder; readonly failure: Failure }
  /** The order may be in the market; sending the same request again is safe. */
  | { readonly step: 'unanswered'; readonly request: PlaceOrder; readonly failure: Failure }

export interface Ticket {
  readonly side: Accessor<Side>
  readonly type: Accessor<OrderType>
  readonly price: Accessor<string>
  readonly quantity: Accessor<string>
  readonly timeInForce: Accessor<TimeInForce>
  readonly sending: Accessor<Sending | undefined>
  setSide(side: Side): void
  setType(type: OrderType): void
  setPrice(text: string): void
  setQuantity(text: string): void
  setTimeInForce(time: TimeInForce): void
  /** A new order with a key of its own. */
  send(symbol: string): Promise<void>
  /**
   * Another order than the one that is being written, by the same road.
   *
   * @returns its client order id; undefined while another order is under way
   */
  place(order: NewOrder): string | undefined
  /** The unanswered order once more, under the key it had. */
  sendAgain(): Promise<void>
  dismiss(): void
}

interface TicketDoors {
  readonly rest: Rest
  readonly symbol: Accessor<string | undefined>
  /** The account that orders are sent for. */
  readonly accountId: Accessor<string | undefined>
  /** The order with this client order id, when the stream has told of it. */
  readonly findByKey: (clientOrderId: string) => Order | undefined
  readonly learn: (order: Order, accountId: string | undefined) => void
}

type NewOrder = Omit<PlaceOrder, 'clientOrderId' | 'accountId'>

export function createTicket(doors: TicketDoors): Ticket {
  const [side, setSide] = createSignal<Side>('buy')
  const [type, setType] = createSignal<OrderType>('limit')
  const [price, setPrice] = createSignal('')
  const [quantity, setQuantity] = createSignal('')
  const [timeInForce, setTimeInForce] = createSignal<TimeInForce>('GTC')
  const { sending, dispatch, dismiss } = createDispatch(doors)
  createEffect(
    on(doors.symbol, () => {
      setPrice('')
      setQuantity('')
    }),
  )
  const fresh = (order: NewOrder): PlaceOrder => {
    const accountId = doors.accountId()
    return {
      ...(accountId === undefined ? {} : { accountId }),
      ...order,
      clientOrderId: crypto.randomUUID(),
    }
  }
  return {
    side,
    type,
    price,
    quantity,
    timeInForce,
    sending,
    setSide,
    setType,
    setPrice,
    setQuantity,
    setTimeInForce,
    send(symbol) {
      const limit = type() === 'limit'
      return dispatch(
        fresh({
          symbol,
          side: side(),
          type: type(),
          quantity: quantity(),
          ...(limit ? { price: price(), timeInForce: timeInForce() } : {}),
        }),
      )
    },
    place(order) {
      if (sending()?.step === 'sent') return undefined
      const request = fresh(order)
      void dispatch(request)
      return request.clientOrderId
    },
    async sendAgain() {
      const now = sending()
      if (now?.step === 'unanswered') await dispatch({ ...now.request })
    },
    dismiss,
  }
}

/** Sends requests and follows the last one, by its answer or by the stream. */
function createDispatch(doors: TicketDoors) {
  const [sending, setSending] = createSignal<Sending | undefined>()
  const dispatch = async (request: PlaceOrder): Promise<void> => {
    setSending({ step: 'sent', request })
    const learn = (order: Order) => doors.learn(order, request.accountId)
    const next = await outcome(doors.rest, request, learn)
    const now = sending()
    if (now?.request === request && now.step === 'sent') setSending(next)
  }
  // The stream may tell of an order whose answer got lost.
  createEffect(() => {
    const now = sending()
    if (now === undefined || (now.step !== 'sent' && now.step !== 'unanswered')) return
    const order = doors.findByKey(now.request.clientOrderId)
    if (order === undefined) return
    setSending({ step: 'acknowledged', request: now.request, orderId: order.id })
  })
  // What became of another account's order is no news here; that it is unknown still is.
  createEffect(
    on(
      doors.accountId,
      () => {
        if (sending()?.step !== 'unanswered') setSending(undefined)
      },
      { defer: true },
    ),
  )
  return { sending, dispatch, dismiss: () => void setSending(undefined) }
}

/** An answer of 5xx says nothing about the order, like no answer at all. */
export async function outcome(
  rest: Pick<Rest, 'placeOrder'>,
  request: PlaceOrder,
  learn: (order: Order) => void,
): Promise<Sending> {
  try {
    const order = await rest.placeOrder(request)
    learn(order)
    return { step: 'acknowledged', request, orderId: order.id }
  } catch (thrown) {
    const failure = asFailure(thrown)
    const answered = failure instanceof ApiError && failure.status < 500
    return { step: answered ? 'refused' : 'unanswered', request, failure }
  }
}
