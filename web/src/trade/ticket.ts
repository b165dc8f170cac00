import { createEffect, createSignal, on, type Accessor } from 'solid-js'
import { ApiError, asFailure, type Failure } from '../../client/failures'
import type { Rest } from '../../client/rest'
import type { Order, PlaceOrder } from '../../client/shapes'
import { emptyForm, forgotten, type Form, type Part, type Setting } from './form'
import { orderOf, type NewOrder } from './order'

/** What happened to the last order that was sent. */
export type Sending =
  | { readonly step: 'sent'; readonly request: PlaceOrder }
  | { readonly step: 'acknowledged'; readonly request: PlaceOrder; readonly orderId: string }
  | { readonly step: 'refused'; readonly request: PlaceOrder; readonly failure: Failure }
  /** The order may be in the market; sending the same request again is safe. */
  | { readonly step: 'unanswered'; readonly request: PlaceOrder; readonly failure: Failure }

export interface Ticket {
  readonly form: Accessor<Form>
  readonly sending: Accessor<Sending | undefined>
  /** The form as it was when it was sent last, while it has not been changed since. */
  readonly sent: Accessor<boolean>
  set(change: Partial<Form>): void
  /** The form as a new order with a key of its own. */
  send(symbol: string, setting: Setting): Promise<void>
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
  /** The platform's time in milliseconds. */
  readonly now: () => number
  /** The order with this client order id, when the stream has told of it. */
  readonly findByKey: (clientOrderId: string) => Order | undefined
  readonly learn: (order: Order, accountId: string | undefined) => void
}

export function createTicket(doors: TicketDoors): Ticket {
  const [form, setForm] = createSignal<Form>(emptyForm)
  const [sentForm, setSentForm] = createSignal<Form | undefined>()
  const { sending, dispatch, dismiss } = createDispatch(doors)
  const set = (change: Partial<Form>) => void setForm((now) => ({ ...now, ...change }))
  createEffect(on(doors.symbol, () => set(forgotten)))
  const fresh = (order: NewOrder): PlaceOrder => {
    const accountId = doors.accountId()
    return {
      ...(accountId === undefined ? {} : { accountId }),
      ...order,
      clientOrderId: crypto.randomUUID(),
    }
  }
  return {
    form,
    sending,
    sent: () => sentForm() === form(),
    set,
    send(symbol, setting) {
      setSentForm(form())
      return dispatch(fresh(orderOf(form(), symbol, setting, doors.now())))
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

/** The ticket's field that each of the platform's fields is written in. */
const partsByField: Record<string, Part> = {
  price: 'price',
  quantity: 'quantity',
  triggerPrice: 'trigger',
  triggerBy: 'triggerBy',
  trail: 'trail',
  trailPercent: 'trail',
  timeInForce: 'timeInForce',
  expiresAt: 'until',
  postOnly: 'postOnly',
  reduceOnly: 'reduceOnly',
  displayQuantity: 'display',
  hidden: 'shown',
  takeProfit: 'profit',
  'takeProfit.price': 'profit',
  stopLoss: 'stop',
  'stopLoss.triggerPrice': 'stop',
  'stopLoss.price': 'stopLimit',
  selfTradePrevention: 'selfTrade',
  positionEffect: 'effect',
  algo: 'overMinutes',
  'algo.endAt': 'overMinutes',
  'algo.intervalMs': 'everySeconds',
  'algo.participationPercent': 'share',
  'algo.weights': 'curve',
}

/** Where on the ticket a refusal belongs; undefined when to none of its fields. */
export function partOf(failure: Failure): Part | undefined {
  return failure instanceof ApiError ? partsByField[failure.field ?? ''] : undefined
}
