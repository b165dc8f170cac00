import {
  createContext,
  createEffect,
  createMemo,
  on,
  useContext,
  type Accessor,
} from 'solid-js'
import { Rest } from '../client/rest'
import type { Instrument } from '../client/shapes'
import { Stream } from '../client/stream'
import { createAccount, type Account } from './account/account'
import { createAccounts, type Accounts } from './account/accounts'
import { createRole, type Role } from './account/role'
import { createSession, type SignedIn } from './account/session'
import { createWorth, type Worth } from './account/worth'
import { createAlertNews, type AlertNews } from './alert/alertNews'
import { createConnection, type Connection } from './frame/connection'
import { drawnTogether } from './frame/socket'
import { createFrame, type Frame } from './frame/frame'
import { createRoute, type Route } from './frame/route'
import { createLooks, type Looks } from './look/theme'
import { createChartChoice, type ChartChoice } from './market/chart/chartChoice'
import { createAccountEvents, type AccountEvents } from './margin/events'
import { createMargin, type Margin } from './margin/margin'
import { createIndicatorChoice, type IndicatorChoice } from './market/indicator/plots'
import { createInstruments, type Instruments } from './market/instruments'
import { Sparks } from './market/watchlist/sparks'
import { Topics } from './market/topics'
import { createTicket, type Ticket } from './trade/ticket'

/** Everything the panels share, made once for the page. */
export interface Terminal {
  readonly rest: Rest
  readonly stream: Stream
  readonly topics: Topics
  readonly connection: Connection
  readonly signedIn: SignedIn
  readonly accounts: Accounts
  readonly account: Account
  readonly margin: Margin
  readonly events: AccountEvents
  readonly alertNews: AlertNews
  readonly indicators: IndicatorChoice
  /** What the person who is signed in may do; undefined while unknown. */
  readonly role: Accessor<Role | undefined>
  readonly worth: Worth
  readonly instruments: Instruments
  readonly sparks: Sparks
  /** The instrument on the screen; undefined until it is known. */
  readonly instrument: Accessor<Instrument | undefined>
  readonly chart: ChartChoice
  readonly ticket: Ticket
  readonly route: Route
  readonly frame: Frame
  readonly looks: Looks
}

const TerminalContext = createContext<Terminal>()

export const TerminalProvider = TerminalContext.Provider

export function useTerminal(): Terminal {
  const terminal = useContext(TerminalContext)
  if (terminal === undefined) throw new Error('the terminal is used outside of its page')
  return terminal
}

export function createTerminal(): Terminal {
  const signedIn: SignedIn = createSession(() => rest)
  const rest = new Rest({ origin: '', credentials: signedIn })
  const connection = createConnection()
  const stream = new Stream({
    open: () => drawnTogether(new WebSocket(streamAddress())),
    token: signedIn.token,
    unauthorized: () => void signedIn.renew().then((again) => again && stream.reauthenticate()),
    status: connection.report,
  })
  // A renewed token prolongs the connection; another person's opens a new one, see account.
  createEffect(on(createMemo(signedIn.token), () => stream.authenticate(), { defer: true }))
  const topics = new Topics(stream, connection)
  const accounts = createAccounts(rest, signedIn)
  const account = createAccount(rest, stream, signedIn, accounts)
  const instruments = createInstruments(rest)
  const margin = createMargin(rest, account, connection.now)
  const connected = () => connection.status().link === 'connected'
  const events = createAccountEvents(rest, stream, account.id, connected)
  const worth = createWorth(rest, account, margin, instruments, topics, connection.platformNow)
  const route = createRoute()
  const instrument = createMemo(() => {
    const known = instruments.value()
    const symbol = route.symbol()
    return symbol === undefined ? known?.[0] : instruments.bySymbol().get(symbol)
  })
  const symbol = createMemo(() => instrument()?.symbol)
  const ticket = createTicket({
    rest,
    symbol,
    accountId: account.id,
    now: () => connection.platformNow(),
    findByKey: (key) => account.history().find((order) => order.clientOrderId === key),
    learn: account.learn,
  })
  return {
    rest,
    stream,
    topics,
    connection,
    signedIn,
    accounts,
    account,
    margin,
    events,
    alertNews: createAlertNews(stream, () => signedIn.session()?.userId),
    indicators: createIndicatorChoice(rest),
    role: createRole(rest, signedIn),
    worth,
    instruments,
    sparks: new Sparks(rest),
    instrument,
    chart: createChartChoice(),
    ticket,
    route,
    frame: createFrame(),
    looks: createLooks(),
  }
}

function streamAddress(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/v1/stream`
}
