// Generated from openapi.json by `npm run generate`; not edited by hand.

/** An exact decimal; never a float. */
export type DecimalText = string

/** ISO-8601 in UTC. */
export type TimeText = string

/** Part of a list; `next` is the cursor of the rest, null at the end. */
export interface Page<Item> {
  items: readonly Item[]
  next: string | null
}

export interface Account {
  id: string
  name: string
  poolId: string | null
  role: 'ASSOCIATE' | 'MODERATOR' | 'OWNER' | null
}

export interface AccountEvent {
  accountId: string
  amount?: DecimalText | null | undefined
  asset?: string | null | undefined
  equity?: DecimalText | null | undefined
  id: string
  initialMargin?: DecimalText | null | undefined
  kind:
    | 'marginCall' | 'liquidation' | 'triggered'
    | 'funding' | 'financing' | 'dividend' | 'insurance'
    | 'split' | 'cashInLieu' | 'spinOff' | 'rights'
    | 'deleveraged' | 'settled'
  maintenanceMargin?: DecimalText | null | undefined
  orderId?: string | null | undefined
  price?: DecimalText | null | undefined
  quantity?: DecimalText | null | undefined
  sequence: number
  step?:
    | 'cancelOrders' | 'reduce' | 'takeOver' | 'deleverage'
    | 'cover' | null | undefined
  symbol?: string | null | undefined
  time: TimeText
}

export interface Alert {
  condition: Readonly<Record<string, unknown>>
  cooldownMs: number
  createdAt: TimeText
  expiresAt: TimeText | null
  id: string
  lastFiredAt: TimeText | null
  name: string
  repeat: 'once' | 'always'
  state: 'active' | 'paused' | 'ended'
  symbol: string
  words: string
}

export interface AllRates {
  rates: readonly OneRate[]
}

export interface ArmedTimeout {
  accountId: string
  sequence: number
  timeoutMs: number
}

export interface AuditRecord {
  address: string
  after: string | null
  before: string | null
  credential: string
  hash: string
  id: string
  operation: string
  outcome: 'done' | 'refused' | 'unknown'
  rayId: string
  request: string | null
  resource: string
  time: TimeText
  who: string | null
}

export interface AuditVerification {
  broken: string | null
  fault: string | null
  intact: boolean
  newest: string
  records: number
}

export interface Balance {
  accountId: string
  asset: string
  available: DecimalText
  held: DecimalText
  total: DecimalText
}

export interface Bar {
  adjusted: 'none' | 'split' | 'total'
  close: DecimalText
  correction: boolean
  high: DecimalText
  low: DecimalText
  open: DecimalText
  time: TimeText
  trades: number
  volume: DecimalText
}

export interface Best {
  price: DecimalText
  quantity: DecimalText
  source: string
  symbol: string
}

export interface Book {
  ageMs: number | null
  asks: readonly (readonly DecimalText[])[]
  bids: readonly (readonly DecimalText[])[]
  sequence: number
  source: string
  state: 'good' | 'stale' | 'unknown'
  symbol: string
  time: TimeText | null
}

export interface Canceled {
  canceled: number
}

export interface CanceledOrder {
  id: string
  sequence: number
  status:
    | 'open' | 'partiallyFilled' | 'filled' | 'canceled'
    | 'rejected' | 'expired' | 'pending'
}

export interface Certified {
  chain: string
}

export interface Checked {
  balances: number
  fills: number
  instruments: number
  orders: number
  positions: number
  postings: number
}

export interface Component {
  component: string | null
  price: string | null
  quantity: number
  share: string | null
  symbol: string
  value: number
}

export interface Deletion {
  accountIds: readonly string[]
  deletedAt: TimeText
  removed: readonly RemovedRows[]
  userId: string
}

export interface Departure {
  url: string
}

export interface Difference {
  expected: string
  field: string
  found: string
  key: string
  kind: string
  mend: string
  table: string
}

export interface Done {
  sequence: number
  symbol: string
  time: TimeText
}

export interface Entry {
  actual: string
  area: string
  forecast: string
  id: string
  importance: number
  previous: string
  source: string
  time: TimeText
  title: string
}

export interface Equity {
  equity: DecimalText
  netDeposits: DecimalText
  time: TimeText
}

export interface Event {
  headline: string
  id: string
  kind: string
  time: TimeText
}

export interface Example {
  figures: Readonly<Record<string, unknown>>
  question: Readonly<Record<string, unknown>>
  source: string
}

export interface Factors {
  hasPassword: boolean
  recoveryCodesLeft: number
  since: TimeText | null
}

export interface Fault {
  code:
    | 'MALFORMED_JSON' | 'MALFORMED_URL' | 'MALFORMED_HTTP'
    | 'UNKNOWN_FIELD' | 'MISSING_FIELD' | 'INVALID_FIELD'
    | 'SECRET_IN_URL' | 'UNKNOWN_TOPIC' | 'TOO_MANY_TOPICS'
    | 'UNAUTHENTICATED' | 'TOKEN_EXPIRED'
    | 'INVALID_CREDENTIALS' | 'EXTERNAL_REFUSED'
    | 'SECOND_FACTOR_REQUIRED' | 'DANGER_TOKEN_NEEDED'
    | 'ENROLMENT_REFUSED' | 'FORBIDDEN' | 'UNKNOWN_ROUTE'
    | 'UNKNOWN_MARKET' | 'UNKNOWN_JOB' | 'UNKNOWN_FUNCTION'
    | 'UNKNOWN_ALERT' | 'UNKNOWN_ORDER' | 'UNKNOWN_USER'
    | 'UNKNOWN_POOL' | 'UNKNOWN_MEMBER'
    | 'UNKNOWN_INVITATION' | 'UNKNOWN_CERTIFICATE'
    | 'UNKNOWN_KEY' | 'NOT_OFFERED' | 'UNKNOWN_LINK'
    | 'UNKNOWN_SESSION' | 'UNKNOWN_FACTOR'
    | 'UNKNOWN_PASSKEY' | 'UNKNOWN_ACCOUNT'
    | 'UNKNOWN_HISTORY_REQUEST' | 'METHOD_NOT_ALLOWED'
    | 'REQUEST_TIMEOUT' | 'KEY_REUSED' | 'ORDER_NOT_OPEN'
    | 'LAST_OWNER' | 'POOL_NOT_EMPTY' | 'POOL_FULL'
    | 'ADDRESS_TAKEN' | 'LAST_WAY_IN'
    | 'ACCOUNTS_NOT_EMPTY' | 'FACTOR_EXISTS'
    | 'ALREADY_LISTED' | 'MOMENT_NOT_RETAINED'
    | 'BODY_TOO_LARGE' | 'URL_TOO_LONG'
    | 'INSUFFICIENT_FUNDS' | 'INVALID_PRICE'
    | 'INVALID_QUANTITY' | 'INVALID_AMOUNT'
    | 'INVALID_TIME_IN_FORCE' | 'VALUE_TOO_LARGE'
    | 'NO_LIQUIDITY' | 'NOT_TRADABLE'
    | 'UNKNOWN_INSTRUMENT' | 'UNKNOWN_ASSET'
    | 'LIMIT_REACHED' | 'MALFORMED' | 'TRADING_STOPPED'
    | 'NOT_IN_THIS_STATE' | 'PRICE_OUT_OF_BAND'
    | 'PRICE_OUT_OF_COLLAR' | 'INVALID_TRIGGER'
    | 'INVALID_TRAIL' | 'INVALID_DISPLAY'
    | 'INVALID_EXPIRY' | 'INVALID_LINK'
    | 'INVALID_SCHEDULE' | 'WOULD_TRADE'
    | 'NOTHING_TO_REDUCE' | 'ORDER_QUANTITY_LIMIT'
    | 'ORDER_NOTIONAL_LIMIT' | 'POSITION_LIMIT'
    | 'ORDER_RATE_LIMIT' | 'OPEN_ORDERS_LIMIT'
    | 'TRAILING_STOPS_LIMIT' | 'DAILY_LOSS_LIMIT'
    | 'INSUFFICIENT_MARGIN' | 'NOT_A_MARGIN_ACCOUNT'
    | 'NO_MARK' | 'INVALID_MARK' | 'INVALID_TERMS'
    | 'INVALID_CONFIGURATION' | 'IN_USE' | 'INVALID_RATIO'
    | 'INSUFFICIENT_UNITS' | 'INVALID_PARENT'
    | 'INVALID_CODE' | 'PASSKEY_REFUSED' | 'TOO_MANY_KEYS'
    | 'INVALID_INPUT' | 'INVALID_CONDITION'
    | 'TOO_MANY_ALERTS' | 'NOT_FETCHED' | 'SPAN_TOO_LONG'
    | 'TOO_MANY_HISTORY_REQUESTS' | 'UPGRADE_REQUIRED'
    | 'TOO_MANY_REQUESTS' | 'RATE_LIMITED'
    | 'HEADERS_TOO_LARGE' | 'INTERNAL'
    | 'EXCHANGE_UNAVAILABLE' | 'NOT_READY' | 'TIMED_OUT'
    | 'AUDIT_UNAVAILABLE' | 'BUSY'
  field: string | null
  message: string
  rayId: string | null
  rule: string | null
  value: string | null
}

export interface FeedStatus {
  detail: string
  errors: number
  frames: number
  kind: string
  lagMs: number
  lastFrameAt: TimeText | null
  name: string
  preferredFor: readonly string[]
  quality: number
  rejected: number
  state: string
  venue: string
}

export interface Field {
  choices: readonly string[]
  fields: readonly Field[]
  meaning: string
  name: string
  preset: string
  required: boolean
  rule: string
  type: string
  unit: string
}

export interface Figure {
  meaning: string
  name: string
  unit: string
}

export interface Figures {
  convention?: string | null | undefined
  inputsHash?: string | null | undefined
  job?: Job | null | undefined
  reference?: string | null | undefined
}

export interface Fill {
  accountId: string
  fee: DecimalText
  feeAsset: string
  id: string
  liquidity: string
  orderId: string
  price: DecimalText
  quantity: DecimalText
  side: 'buy' | 'sell'
  symbol: string
  time: TimeText
}

export interface Firing {
  alertId: string
  id: string
  name: string
  symbol: string
  time: TimeText
  value: number
  words: string
}

export interface Function {
  area: string
  convention: string
  example?: Example | null | undefined
  fields: readonly Field[]
  figures: readonly Figure[]
  formula?: string | null | undefined
  input?: 'values' | 'bars' | null | undefined
  name: string
  outputs: readonly string[]
  pane?: 'overlay' | 'own' | null | undefined
  parameters: readonly Parameter[]
  reference: string
  title: string
  warmUp?: number | null | undefined
}

export interface Gap {
  cause: string
  durationMs: number | null
  firstMissing: number | null
  healing: string
  lastMissing: number | null
  time: TimeText
  until: TimeText | null
}

export interface HistoryBars {
  items: readonly Bar[]
  missing: readonly Span[]
  next: string | null
  request: HistoryRequest | null
}

export interface HistoryBooks {
  items: readonly PastBook[]
  missing: readonly Span[]
  next: string | null
  request: HistoryRequest | null
}

export interface HistoryQuotes {
  items: readonly PastQuote[]
  missing: readonly Span[]
  next: string | null
  request: HistoryRequest | null
}

export interface HistoryRequest {
  createdAt: TimeText
  error: string | null
  from: TimeText
  id: string
  interval:
    | '1s' | '5s' | '15s' | '30s' | '1m' | '3m' | '5m'
    | '15m' | '30m' | '1h' | '2h' | '4h' | '6h' | '12h'
    | '1d' | '1w' | '1M' | null
  kind: 'bars' | 'trades' | 'quotes' | 'book'
  rows: number
  state: 'queued' | 'taken' | 'done' | 'failed'
  symbol: string
  to: TimeText
  updatedAt: TimeText
}

export interface HistoryTrades {
  items: readonly Trade[]
  missing: readonly Span[]
  next: string | null
  request: HistoryRequest | null
}

export interface Indicator {
  convention: string
  earlier: number
  inputsHash: string
  interval: string
  name: string
  reference: string
  symbol: string
  times: readonly TimeText[]
  values: readonly (number | null)[]
}

export interface Instrument {
  base: string
  kind:
    | 'spot' | 'share' | 'future' | 'sportsShare'
    | 'perpetual' | 'cfd'
  lotSize: DecimalText
  makerFee: DecimalText | null
  markPrice?: DecimalText | null | undefined
  multiplier?: DecimalText | null | undefined
  quote: string | null
  state: string
  symbol: string
  takerFee: DecimalText | null
  terms?: Terms | null | undefined
  tickSize: DecimalText
  tradable: boolean
  venue: string
}

export interface Invitation {
  createdAt: TimeText
  expiresAt: TimeText
  id: string
  invitedBy: string
  role: 'ASSOCIATE' | 'MODERATOR' | 'OWNER'
}

export interface Invited {
  id: string
  letter: string
}

export interface Job {
  area: string
  createdAt: TimeText
  endedAt: TimeText | null
  error?: Fault | null | undefined
  id: string
  name: string
  progress: number
  result?: Figures | null | undefined
  state:
    | 'waiting' | 'running' | 'done' | 'failed'
    | 'canceled'
}

export interface Key {
  createdAt: TimeText
  expiresAt: TimeText | null
  id: string
  name: string
  networks: readonly string[]
  poolId: string | null
  prefix: string
  scopes: readonly string[]
}

export interface KeyParameter {
  alg: number
  type: string
}

export interface KnownKey {
  id: string
  transports: readonly string[]
  type: string
}

export interface Limits {
  accountId: string
  asset: string
  collar: DecimalText | null
  dailyLoss: DecimalText | null
  openOrders: number | null
  orderLots: number | null
  orderNotional: DecimalText | null
  ordersPerSecond: number | null
  positionNotional: DecimalText | null
}

export interface LinkedAccount {
  id: string
  issuer: string
  label: string
  linkedAt: TimeText
}

export interface Listed {
  hosts: readonly string[]
  kind: string
  name: string
  notAfter: TimeText
  notBefore: TimeText
  reason:
    | 'unspecified' | 'keyCompromise' | 'superseded'
    | 'cessationOfOperation' | 'privilegeWithdrawn' | null
  revokedAt: TimeText | null
  serial: string
}

export interface ListedAsset {
  asset: string
  decimals: number
  sequence: number
  time: TimeText
}

export interface ListedError {
  code:
    | 'MALFORMED_JSON' | 'MALFORMED_URL' | 'MALFORMED_HTTP'
    | 'UNKNOWN_FIELD' | 'MISSING_FIELD' | 'INVALID_FIELD'
    | 'SECRET_IN_URL' | 'UNKNOWN_TOPIC' | 'TOO_MANY_TOPICS'
    | 'UNAUTHENTICATED' | 'TOKEN_EXPIRED'
    | 'INVALID_CREDENTIALS' | 'EXTERNAL_REFUSED'
    | 'SECOND_FACTOR_REQUIRED' | 'DANGER_TOKEN_NEEDED'
    | 'ENROLMENT_REFUSED' | 'FORBIDDEN' | 'UNKNOWN_ROUTE'
    | 'UNKNOWN_MARKET' | 'UNKNOWN_JOB' | 'UNKNOWN_FUNCTION'
    | 'UNKNOWN_ALERT' | 'UNKNOWN_ORDER' | 'UNKNOWN_USER'
    | 'UNKNOWN_POOL' | 'UNKNOWN_MEMBER'
    | 'UNKNOWN_INVITATION' | 'UNKNOWN_CERTIFICATE'
    | 'UNKNOWN_KEY' | 'NOT_OFFERED' | 'UNKNOWN_LINK'
    | 'UNKNOWN_SESSION' | 'UNKNOWN_FACTOR'
    | 'UNKNOWN_PASSKEY' | 'UNKNOWN_ACCOUNT'
    | 'UNKNOWN_HISTORY_REQUEST' | 'METHOD_NOT_ALLOWED'
    | 'REQUEST_TIMEOUT' | 'KEY_REUSED' | 'ORDER_NOT_OPEN'
    | 'LAST_OWNER' | 'POOL_NOT_EMPTY' | 'POOL_FULL'
    | 'ADDRESS_TAKEN' | 'LAST_WAY_IN'
    | 'ACCOUNTS_NOT_EMPTY' | 'FACTOR_EXISTS'
    | 'ALREADY_LISTED' | 'MOMENT_NOT_RETAINED'
    | 'BODY_TOO_LARGE' | 'URL_TOO_LONG'
    | 'INSUFFICIENT_FUNDS' | 'INVALID_PRICE'
    | 'INVALID_QUANTITY' | 'INVALID_AMOUNT'
    | 'INVALID_TIME_IN_FORCE' | 'VALUE_TOO_LARGE'
    | 'NO_LIQUIDITY' | 'NOT_TRADABLE'
    | 'UNKNOWN_INSTRUMENT' | 'UNKNOWN_ASSET'
    | 'LIMIT_REACHED' | 'MALFORMED' | 'TRADING_STOPPED'
    | 'NOT_IN_THIS_STATE' | 'PRICE_OUT_OF_BAND'
    | 'PRICE_OUT_OF_COLLAR' | 'INVALID_TRIGGER'
    | 'INVALID_TRAIL' | 'INVALID_DISPLAY'
    | 'INVALID_EXPIRY' | 'INVALID_LINK'
    | 'INVALID_SCHEDULE' | 'WOULD_TRADE'
    | 'NOTHING_TO_REDUCE' | 'ORDER_QUANTITY_LIMIT'
    | 'ORDER_NOTIONAL_LIMIT' | 'POSITION_LIMIT'
    | 'ORDER_RATE_LIMIT' | 'OPEN_ORDERS_LIMIT'
    | 'TRAILING_STOPS_LIMIT' | 'DAILY_LOSS_LIMIT'
    | 'INSUFFICIENT_MARGIN' | 'NOT_A_MARGIN_ACCOUNT'
    | 'NO_MARK' | 'INVALID_MARK' | 'INVALID_TERMS'
    | 'INVALID_CONFIGURATION' | 'IN_USE' | 'INVALID_RATIO'
    | 'INSUFFICIENT_UNITS' | 'INVALID_PARENT'
    | 'INVALID_CODE' | 'PASSKEY_REFUSED' | 'TOO_MANY_KEYS'
    | 'INVALID_INPUT' | 'INVALID_CONDITION'
    | 'TOO_MANY_ALERTS' | 'NOT_FETCHED' | 'SPAN_TOO_LONG'
    | 'TOO_MANY_HISTORY_REQUESTS' | 'UPGRADE_REQUIRED'
    | 'TOO_MANY_REQUESTS' | 'RATE_LIMITED'
    | 'HEADERS_TOO_LARGE' | 'INTERNAL'
    | 'EXCHANGE_UNAVAILABLE' | 'NOT_READY' | 'TIMED_OUT'
    | 'AUDIT_UNAVAILABLE' | 'BUSY'
  meaning: string
  status: number
}

export interface ListedInstrument {
  sequence: number
  symbol: string
  time: TimeText
}

export interface ListedSession {
  address: string
  createdAt: TimeText
  current: boolean
  device: string
  expiresAt: TimeText
  id: string
  lastUsedAt: TimeText
  method: string
}

export interface MadeInvitation {
  code: string
  invitation: Invitation
}

export interface MadeKey {
  key: Key
  secret: string
}

export interface Margin {
  accountId: string
  asset: string
  equity: DecimalText
  free: DecimalText
  initialMargin: DecimalText
  maintenanceMargin: DecimalText
  unrealizedPnl: DecimalText
}

export interface MarginBracket {
  initial: DecimalText
  maintenance: DecimalText
  upTo: DecimalText | null
}

export interface Me {
  email: string | null
  lastSeen: TimeText | null
  license: 'FREE' | 'PRO' | 'ENTERPRISE'
  name: string
  online: boolean
  role: 'OPERATOR' | 'TRADER'
  userId: string
}

export interface Member {
  email: string | null
  joinedAt: TimeText
  role: 'ASSOCIATE' | 'MODERATOR' | 'OWNER'
  units: number
  userId: string
}

export interface Minted {
  expiresAt: TimeText
  token: string
}

export interface MovedUnits {
  accountId: string
  asset: string
  poolId: string
  sequence: number
}

export interface NewAuthenticator {
  qr: string
  secret: string
  uri: string
}

export interface News {
  headline: string
  id: string
  link: string | null
  source: string
  summary: string
  symbols: readonly string[]
  time: TimeText
}

export interface OneRate {
  average: number
  burst: number
  holder: 'free' | 'pro' | 'enterprise' | 'address'
  periodS: number
  tier: 'api' | 'stream' | 'static'
}

export interface OpenedAccount {
  id: string
  name: string
  parentId: string | null
  sequence: number
}

export interface Order {
  accountId: string
  algo?: Schedule | null | undefined
  averagePrice: DecimalText | null
  cancelReason?:
    | 'requested' | 'immediateRemainder' | 'notFillable'
    | 'noLiquidity' | 'tooManyFills' | 'expired'
    | 'selfTrade' | 'linked' | 'reduceOnly'
    | 'insufficientFunds' | 'notAllowed' | 'killed'
    | 'liquidated' | 'disconnected' | 'settled'
    | 'corporateAction' | 'replacedByParent' | null | undefined
  clientOrderId: string
  createdAt: TimeText
  displayQuantity?: DecimalText | null | undefined
  expiresAt?: TimeText | null | undefined
  filled: DecimalText
  groupId?: string | null | undefined
  hidden?: boolean | null | undefined
  id: string
  oneCancelsOther?: boolean | null | undefined
  origin:
    | 'client' | 'bracket' | 'parent' | 'liquidation'
    | 'insurance' | 'dealer' | 'deleveraging'
    | 'settlement'
  parentId?: string | null | undefined
  positionEffect?: 'open' | 'close' | null | undefined
  postOnly?: boolean | null | undefined
  price: DecimalText | null
  quantity: DecimalText
  reduceOnly?: boolean | null | undefined
  selfTradePrevention?:
    | 'none' | 'cancelNewest' | 'cancelOldest'
    | 'cancelBoth' | 'decrement' | null | undefined
  sequence: number
  side: 'buy' | 'sell'
  status:
    | 'open' | 'partiallyFilled' | 'filled' | 'canceled'
    | 'rejected' | 'expired' | 'pending'
  stopLoss?: StopLoss | null | undefined
  symbol: string
  takeProfit?: TakeProfit | null | undefined
  timeInForce: 'GTC' | 'IOC' | 'FOK' | 'GTD' | 'DAY'
  trail?: DecimalText | null | undefined
  trailPercent?: DecimalText | null | undefined
  triggerBy?: string | null | undefined
  triggerPrice?: DecimalText | null | undefined
  type:
    | 'limit' | 'market' | 'stop' | 'stopLimit'
    | 'marketIfTouched' | 'limitIfTouched' | 'trailingStop'
  updatedAt: TimeText
}

export interface Pair {
  ask: Best | null
  bid: Best | null
  mark: DecimalText | null
  pair: string
  slot: number
  spread: DecimalText | null
  time: TimeText
  venues: readonly Venue[]
  volume: DecimalText
  vwap: DecimalText | null
}

export interface Parameter {
  max: number
  min: number
  name: string
  preset: number
  title: string
  whole: boolean
}

export interface Passkey {
  createdAt: TimeText
  id: string
  lastUsedAt: TimeText | null
  name: string
  synced: boolean
}

export interface PasskeyOptions {
  attestation: string
  authenticatorSelection: Selection
  challenge: string
  excludeCredentials: readonly KnownKey[]
  pubKeyCredParams: readonly KeyParameter[]
  rp: Rp
  timeout: number
  user: PasskeyUser
}

export interface PasskeyQuestion {
  challenge: string
  rpId: string
  timeout: number
  userVerification: string
}

export interface PasskeyUser {
  displayName: string
  id: string
  name: string
}

export interface PastBook {
  asks: readonly (readonly DecimalText[])[]
  bids: readonly (readonly DecimalText[])[]
  received: TimeText
  sequence: number
  time: TimeText
}

export interface PastQuote {
  ask: DecimalText | null
  askQuantity: DecimalText | null
  bid: DecimalText | null
  bidQuantity: DecimalText | null
  received: TimeText
  time: TimeText
}

export interface PipelineStatus {
  dropped: number
  from: string
  in: number
  lastError: string
  late: number
  markets: readonly string[]
  name: string
  out: number
  refused: number
}

export interface Pool {
  accountId: string
  createdAt: TimeText
  id: string
  members: number
  name: string
  role: 'ASSOCIATE' | 'MODERATOR' | 'OWNER'
}

export interface Position {
  accountId: string
  averagePrice: DecimalText | null
  margin: DecimalText
  markPrice: DecimalText | null
  quantity: DecimalText
  realizedPnl: DecimalText
  side: 'net' | 'long' | 'short'
  symbol: string
  unrealizedPnl: DecimalText | null
}

export interface Quote {
  ageMs: number | null
  ask: DecimalText | null
  askQuantity: DecimalText | null
  bid: DecimalText | null
  bidQuantity: DecimalText | null
  source: string
  state: 'good' | 'stale' | 'unknown'
  symbol: string
  time: TimeText | null
}

export interface Raised {
  at: TimeText
  scope: 'USER' | 'POOL' | 'IP'
  subject: string
}

export interface Receipt {
  accountId: string
  amount: DecimalText
  asset: string
  id: string
  kind: string
  sequence: number
  time: TimeText
}

export interface Reconciliation {
  breakCount: number
  breaks: readonly Difference[]
  checked: Checked
  sequence: number
  time: TimeText
}

export interface RecoveryCodes {
  codes: readonly string[]
}

export interface RemovedRows {
  rows: number
  table: string
}

export interface Risk {
  accountId: string
  bar: string
  cash: number
  components: readonly Component[]
  confidence: number
  convention: string
  currency: string
  deviation: string | null
  exposure: number
  gaussianShortfall: string | null
  gaussianVar: string | null
  grossExposure: number
  historicalShortfall: string | null
  historicalVar: string | null
  inputsHash: string
  observations: number
  reference: string
  stresses: readonly Stress[]
  time: TimeText
  unpriced: readonly string[]
  worst: string | null
}

export interface Rp {
  id: string
  name: string
}

export interface Schedule {
  endAt: TimeText
  intervalMs?: number | null | undefined
  participationPercent?: DecimalText | null | undefined
  startAt?: TimeText | null | undefined
  type: 'twap' | 'vwap' | 'pov'
}

export interface Selection {
  requireResidentKey: boolean
  residentKey: string
  userVerification: string
}

export interface Series {
  first: TimeText
  kind:
    | 'factor' | 'portfolio' | 'performance'
    | 'observation' | 'snapshot_hourly' | 'snapshot_daily'
  last: TimeText
  name: string
  source: string
  subject: string
  values: number
}

export interface ServiceKey {
  id: string
  secret: string
}

export interface Session {
  accountId: string | null
  expiresAt: TimeText
  outerToken: string
  token: string
  userId: string
}

export interface Settings {
  accountId: string
  costMethod: 'average' | 'fifo'
  feeTier: number
  killed: boolean
  leverage: number
  marginMode: 'cash' | 'cross' | 'isolated'
  marginModel: 'standard' | 'leveraged'
  parentId: string | null
  positionMode: 'netting' | 'hedging'
  selfTradePrevention:
    | 'none' | 'cancelNewest' | 'cancelOldest'
    | 'cancelBoth' | 'decrement'
}

export interface SignInMethods {
  google: boolean
  origin: string
  passkeySite: string
  registration: boolean
  telegramBotId: string | null
}

export interface Span {
  from: TimeText
  to: TimeText
}

export interface Standing {
  at: TimeText
  kind: 'USER' | 'ACCESS' | 'SESSION' | 'INNER' | 'IP'
  subject: string
}

export interface Status {
  status: string
}

export interface StopLoss {
  price?: DecimalText | null | undefined
  triggerPrice: DecimalText
}

export interface Stress {
  profit: number
  shock: number
}

export interface Switched {
  engaged: boolean
  id: string
  scope: 'account' | 'instrument' | 'venue'
  sequence: number
}

export interface Table {
  approximate: boolean
  bytes: number
  from: TimeText | null
  rows: number
  store: string
  table: string
  to: TimeText | null
}

export interface TakeProfit {
  price: DecimalText
}

export interface Terms {
  band: DecimalText | null
  dealerSpread: DecimalText | null
  expiresAt: TimeText | null
  feeTiers: readonly Tier[]
  financingLong: DecimalText
  financingShort: DecimalText
  margins: readonly MarginBracket[]
  markMaxAgeMs: number | null
}

export interface Tier {
  maker: DecimalText
  taker: DecimalText
}

export interface Trade {
  id: string
  price: DecimalText
  quantity: DecimalText
  side: 'buy' | 'sell'
  time: TimeText
}

export interface User {
  email: string | null
  id: string
  kind: 'PERSON' | 'SERVICE'
  license: 'FREE' | 'PRO' | 'ENTERPRISE'
  name: string
  role: 'OPERATOR' | 'TRADER'
  state: 'ACTIVE' | 'SUSPENDED'
}

export interface Value {
  knownAt: TimeText
  time: TimeText
  value: number
}

export interface Venue {
  ask: DecimalText | null
  bid: DecimalText | null
  source: string
  state: 'good' | 'stale' | 'unknown'
  symbol: string
  volume: DecimalText
}

/** What each operation takes and gives. */
export interface Operations {
  /** Keeps a passkey that was made. */
  addPasskey: {
    request: {
      body: {
        attestationObject: string
        clientDataJSON: string
        /** The user's word for it. */
        name: string
        /** As the browser tells. */
        transports?: readonly string[] | undefined
      }
    }
    answer: Page<Passkey>
  }
  /** What a company does to its shares. */
  applyCorporateAction: {
    request: {
      path: {
        symbol: string
      }
      body: {
        /**
         * For each lot: the dividend, to a millionth of a minor unit; what is paid for the rest of
         * a lot after a split or spin-off; what a new lot costs who has rights.
         */
        amount?: DecimalText | undefined
        /** Of the cost that goes to the other instrument, a fraction. */
        costShare?: DecimalText | undefined
        /** For so many old ones. */
        denominator?: number | undefined
        kind:
          | 'split' | 'dividend' | 'spinOff'
          | 'symbolChange' | 'rights'
        /** The new name. */
        newSymbol?: string | undefined
        /** New shares, or shares of the other instrument. */
        numerator?: number | undefined
        /** Of a spin-off or of rights. */
        otherSymbol?: string | undefined
      }
    }
    answer: Done
  }
  /** What a device needs to make a passkey of the caller, within five minutes. */
  askForNewPasskey: {
    request: object
    answer: PasskeyOptions
  }
  /**
   * A question that any passkey of this site answers within five minutes: to sign in, as the
   * second factor, or before something dangerous.
   */
  askForPasskey: {
    request: object
    answer: PasskeyQuestion
  }
  /** A new authenticator (RFC 6238). It is not asked for until it is confirmed. */
  beginTotp: {
    request: object
    answer: NewAuthenticator
  }
  /** Cancels every order of an account after a time, unless this is sent again before. */
  cancelAllAfter: {
    request: {
      path: {
        id: string
      }
      body: {
        /** 0 disarms. */
        timeoutMs: number
      }
    }
    answer: ArmedTimeout
  }
  /** Stops a computation. */
  cancelJob: {
    request: {
      path: {
        id: string
      }
    }
    answer: Job
  }
  /** Cancels what is left of an order. */
  cancelOrder: {
    request: {
      path: {
        /** The order's id. */
        id: string
      }
      query?: {
        accountId?: string | undefined
      }
    }
    answer: CanceledOrder
  }
  /** Cancels every order of an account that fits and can still trade, at once. */
  cancelOrders: {
    request: {
      query?: {
        /** The account; the caller's first when left out. */
        accountId?: string | undefined
        /** Only orders of this instrument. */
        symbol?: string | undefined
        /** Only orders of this side. */
        side?: 'buy' | 'sell' | undefined
      }
    }
    answer: Canceled
  }
  /** Changes, pauses or resumes an alert; it starts anew. */
  changeAlert: {
    request: {
      path: {
        id: string
      }
      body: {
        /**
         * What is looked for: above, below, crosses, changes, often, sequence, all, any, not; see
         * docs/market-data.md.
         */
        condition?: Readonly<Record<string, unknown>> | undefined
        cooldownMs?: number | undefined
        expiresAt?: TimeText | undefined
        /** The user's word for it. */
        name?: string | undefined
        /** false also starts one again that has ended. */
        paused?: boolean | undefined
        repeat?: 'once' | 'always' | undefined
      }
    }
    answer: Alert
  }
  /** Gives the caller another password, and signs its other sessions out. */
  changePassword: {
    request: {
      body: {
        /** At least 10 characters. */
        password: string
      }
    }
    answer: undefined
  }
  /** Figures of many bodies, in their order; each has figures or an error. */
  computeBatch: {
    request: {
      path: {
        area: string
        name: string
      }
      body: Readonly<Record<string, unknown>>
    }
    answer: Figures
  }
  /** A figure with its convention; 202 with a job when it takes long. */
  computeFunction: {
    request: {
      path: {
        area: string
        name: string
      }
      body: Readonly<Record<string, unknown>>
    }
    answer: Figures
  }
  /** Says how an account trades; nothing may be open that the change would touch. */
  configureAccount: {
    request: {
      path: {
        id: string
      }
      body: {
        /** Which cost a closing trade takes out. */
        costMethod?: 'average' | 'fifo' | undefined
        /** Set by an operator. */
        feeTier?: number | undefined
        /** Bears on leveraged margin only. */
        leverage?: number | undefined
        /** Whether it may owe, and whether each position stands alone. */
        marginMode?: 'cash' | 'cross' | 'isolated' | undefined
        /** Whether leverage bears on margin. */
        marginModel?: 'standard' | 'leveraged' | undefined
        /** Whether buys and sells on margin net. */
        positionMode?: 'netting' | 'hedging' | undefined
        /** What an order gets that asks for nothing. */
        selfTradePrevention?:
          | 'none' | 'cancelNewest' | 'cancelOldest'
          | 'cancelBoth' | 'decrement' | undefined
      }
    }
    answer: Settings
  }
  /** Turns the second factor on with the first code of the new authenticator. */
  confirmTotp: {
    request: {
      body: {
        code: string
      }
    }
    answer: RecoveryCodes
  }
  /** Watches a market; what fires is told on the topic alerts. */
  createAlert: {
    request: {
      body: {
        /**
         * What is looked for: above, below, crosses, changes, often, sequence, all, any, not; see
         * docs/market-data.md.
         */
        condition: Readonly<Record<string, unknown>>
        /** How long it stays quiet after it fired; a minute when left out. */
        cooldownMs?: number | undefined
        /** From then on it does not fire, by the market's time. */
        expiresAt?: TimeText | undefined
        /** The user's word for it. */
        name?: string | undefined
        /** always when left out. */
        repeat?: 'once' | 'always' | undefined
        /** The market that is watched. */
        symbol: string
      }
    }
    answer: Alert
  }
  /** Makes an API key. The answer shows it once: it is not kept. */
  createApiKey: {
    request: {
      body: {
        /** When it ends; never when left out. */
        expiresAt?: TimeText | undefined
        /** The user's word for it. */
        name: string
        /** Where it may be used: addresses or ADDRESS/BITS; anywhere when left out. */
        networks?: readonly string[] | undefined
        /** The one pool that it acts in; on the user's own accounts when left out. */
        poolId?: string | undefined
        /**
         * What it may do: assets, markets, exchanges, blockchain; trading, vaults, strategies,
         * nodes, pools.
         */
        scopes: readonly string[]
      }
    }
    answer: MadeKey
  }
  /**
   * Makes a pool with an account of its own; the caller is its owner. The same key again
   * gives the same pool.
   */
  createPool: {
    request: {
      idempotencyKey?: string | undefined
      body: {
        /** What its members call it. */
        name: string
      }
    }
    answer: Pool
  }
  /** Makes an API key of a service. The answer shows it once: it is not kept. */
  createServiceKey: {
    request: {
      path: {
        id: string
      }
      body: {
        /** A word for it. */
        name: string
        /** Groups of features, as at POST /v1/keys. */
        scopes: readonly string[]
      }
    }
    answer: ServiceKey
  }
  /** Adds a person or a service. */
  createUser: {
    request: {
      body: {
        /** Of a person. */
        email?: string | undefined
        /** A person when left out; a service has API keys and cannot sign in. */
        kind?: 'PERSON' | 'SERVICE' | undefined
        /** Of a service; a person may have one too. */
        name?: string | undefined
        /** Of a person, at least 10 characters. */
        password?: string | undefined
        /** A trader when left out. */
        role?: 'OPERATOR' | 'TRADER' | undefined
      }
    }
    answer: User
  }
  /** Deletes an alert and what it fired. */
  deleteAlert: {
    request: {
      path: {
        id: string
      }
    }
    answer: undefined
  }
  /** Ends a key at once. */
  deleteApiKey: {
    request: {
      path: {
        id: string
      }
    }
    answer: undefined
  }
  /** Deletes the caller and everything personal; the accounts must be empty. */
  deleteMe: {
    request: object
    answer: Deletion
  }
  /** Takes no passkey any more. */
  deletePasskey: {
    request: {
      path: {
        id: string
      }
    }
    answer: undefined
  }
  /** Deletes a pool with its members, invitations and API keys. Its account must be empty. */
  deletePool: {
    request: {
      path: {
        id: string
      }
    }
    answer: undefined
  }
  /** Deletes a user and everything personal; the accounts must be empty. */
  deleteUser: {
    request: {
      path: {
        id: string
      }
    }
    answer: Deletion
  }
  /** Brings money in from outside. The same key again gives the first answer with 200. */
  deposit: {
    request: {
      idempotencyKey?: string | undefined
      body: {
        accountId: string
        /** A multiple of the asset's minor unit. */
        amount: DecimalText
        /** The code of an asset, such as USD. */
        asset: string
      }
    }
    answer: Receipt
  }
  /** This page. */
  docs: {
    request: object
    answer: string
  }
  /** Signs another session of the caller out. */
  endSession: {
    request: {
      path: {
        id: string
      }
    }
    answer: undefined
  }
  /** Certifies an invited machine's key. */
  enrolCertificate: {
    request: {
      body: {
        /** DNS names and addresses of one that is called. */
        hosts: readonly string[]
        /** Of the invitation's letter. */
        invitation: string
        /** The public key to be certified, on P-384 (SubjectPublicKeyInfo). */
        key: string
        /** node, gateway, database, client, user-container or operator. */
        kind: string
        name: string
        /** 16 random bytes, good once. */
        nonce: string
        /** ECDSA over SHA-256 with the invitation's key; docs/security.md says of what. */
        signature: string
        /** Of the requester's clock, at most 10 s from ours. */
        time: TimeText
      }
    }
    answer: Certified
  }
  /** Longs pay shorts, or the other way. */
  fund: {
    request: {
      path: {
        symbol: string
      }
      body: {
        /** What longs pay to shorts, a fraction of the notional; negative the other way. */
        rate: DecimalText
      }
    }
    answer: Done
  }
  /** How an account trades. */
  getAccount: {
    request: {
      path: {
        id: string
      }
    }
    answer: Settings
  }
  /** One of the caller's alerts. */
  getAlert: {
    request: {
      path: {
        id: string
      }
    }
    answer: Alert
  }
  /** The book. */
  getBook: {
    request: {
      path: {
        symbol: string
      }
      query?: {
        /** Levels a side. */
        depth?: number | undefined
        /** The newest stored book that is not newer; 20 levels a side. */
        asOf?: TimeText | undefined
      }
    }
    answer: Book
  }
  /** The receipt of a user's deletion. */
  getDeletion: {
    request: {
      path: {
        id: string
      }
    }
    answer: Deletion
  }
  /** How the caller proves itself. */
  getFactors: {
    request: object
    answer: Factors
  }
  /** What a function takes and gives. */
  getFunction: {
    request: {
      path: {
        area: string
        name: string
      }
    }
    answer: Function
  }
  /** What became of a request, for whoever has its id. */
  getHistoryRequest: {
    request: {
      path: {
        id: string
      }
    }
    answer: HistoryRequest
  }
  /** An indicator of a market's bars, oldest first, warmed up with earlier ones. */
  getIndicator: {
    request: {
      path: {
        symbol: string
        /** One of those listed at /v1/quant. */
        name: string
      }
      query?: {
        /** 1m when left out. */
        interval?:
          | '1s' | '5s' | '15s' | '30s' | '1m' | '3m'
          | '5m' | '15m' | '30m' | '1h' | '2h' | '4h'
          | '6h' | '12h' | '1d' | '1w' | '1M' | undefined
        /** Bars that start then or later. */
        from?: TimeText | undefined
        /** Bars that start before then. */
        to?: TimeText | undefined
        /** The newest so many. */
        limit?: number | undefined
      } & Readonly<Record<string, string | number | undefined>>
    }
    answer: Indicator
  }
  /** One instrument. */
  getInstrument: {
    request: {
      path: {
        /** Ours, or VENUE:BASE-QUOTE. */
        symbol: string
      }
    }
    answer: Instrument
  }
  /** How far a computation is, or its result. */
  getJob: {
    request: {
      path: {
        id: string
      }
    }
    answer: Job
  }
  /** What an account may do. */
  getLimits: {
    request: {
      path: {
        id: string
      }
      query?: {
        /** In which amounts are told; USD where there is one, when left out. */
        asset?: string | undefined
      }
    }
    answer: Limits
  }
  /** The caller. */
  getMe: {
    request: object
    answer: Me
  }
  /** One order. */
  getOrder: {
    request: {
      path: {
        /** The order's id. */
        id: string
      }
      query?: {
        accountId?: string | undefined
      }
    }
    answer: Order
  }
  /** One pair over all its markets. */
  getPair: {
    request: {
      path: {
        /** BASE-QUOTE. */
        pair: string
      }
    }
    answer: Pair
  }
  /** A pool. */
  getPool: {
    request: {
      path: {
        id: string
      }
    }
    answer: Pool
  }
  /** One member. */
  getPoolMember: {
    request: {
      path: {
        id: string
        userId: string
      }
    }
    answer: Member
  }
  /** Best bid and ask. */
  getQuote: {
    request: {
      path: {
        /** Ours, or VENUE:BASE-QUOTE. */
        symbol: string
      }
    }
    answer: Quote
  }
  /** How much may be asked, by tier and licence. */
  getRates: {
    request: object
    answer: AllRates
  }
  /** The newest signed list of revoked certificates (RFC 5280), in PEM. */
  getRevocations: {
    request: object
    answer: string
  }
  /** What an account may lose within a day, and what has which part in it. */
  getRisk: {
    request: {
      path: {
        id: string
      }
      query?: {
        /** Such as 0.95; 0.99 when left out. */
        confidence?: string | undefined
      }
    }
    answer: Risk
  }
  /** The ways in, besides a password. */
  getSignIn: {
    request: object
    answer: SignInMethods
  }
  /** Whether the process answers. */
  health: {
    request: object
    answer: Status
  }
  /** Makes the letter with which a machine enrols, once, within 24 hours. */
  inviteMachine: {
    request: {
      body: {
        /** DNS names and addresses of one that is called. */
        hosts?: readonly string[] | undefined
        /** node, gateway, database, client, user-container or operator. */
        kind: string
        /** 1 to 63 letters, digits, dots, dashes and underscores. */
        name: string
      }
    }
    answer: Invited
  }
  /**
   * Makes a code with which one user can join within a week. Only an owner may invite more
   * than associates. The answer shows the code once.
   */
  inviteToPool: {
    request: {
      path: {
        id: string
      }
      body: {
        /** What one becomes; an associate when left out. */
        role?: 'ASSOCIATE' | 'MODERATOR' | 'OWNER' | undefined
      }
    }
    answer: MadeInvitation
  }
  /** Joins a pool with a code, once. */
  joinPool: {
    request: {
      body: {
        /** Of an invitation. */
        code: string
      }
    }
    answer: Page<Pool>
  }
  /** Where to send the browser so that the caller can sign in with Google too. */
  linkGoogle: {
    request: object
    answer: Departure
  }
  /** Lets the caller sign in with Telegram too. */
  linkTelegram: {
    request: {
      body: {
        auth_date: number
        first_name?: string | undefined
        hash: string
        id: number
        last_name?: string | undefined
        photo_url?: string | undefined
        username?: string | undefined
      }
    }
    answer: undefined
  }
  /** Margin calls, liquidations, triggered orders and funding, newest first. */
  listAccountEvents: {
    request: {
      path: {
        id: string
      }
      query?: {
        /** Of then or later; since the caller was last here when left out. */
        since?: TimeText | undefined
        limit?: number | undefined
        /** The next of an earlier page. */
        cursor?: string | undefined
      }
    }
    answer: Page<AccountEvent>
  }
  /** The caller's accounts. */
  listAccounts: {
    request: object
    answer: Page<Account>
  }
  /** When an alert fired, newest first. */
  listAlertEvents: {
    request: {
      path: {
        id: string
      }
      query?: {
        /** The next of the page before. */
        cursor?: string | undefined
        limit?: number | undefined
      }
    }
    answer: Page<Firing>
  }
  /** The caller's alerts, newest first. */
  listAlerts: {
    request: object
    answer: Page<Alert>
  }
  /** The caller's API keys. */
  listApiKeys: {
    request: object
    answer: Page<Key>
  }
  /** Makes an asset known. */
  listAsset: {
    request: {
      body: {
        /** 1 to 16 of A-Z, 0-9 and '-'. */
        asset: string
        /** Of its minor unit, 0 to 18. */
        decimals: number
      }
    }
    answer: ListedAsset
  }
  /** What was done with power, the newest first. */
  listAudit: {
    request: {
      query?: {
        /** The earliest time. */
        from?: TimeText | undefined
        /** The first time that is not wanted. */
        to?: TimeText | undefined
        /** The number of a user; 0 for nobody known. */
        who?: string | undefined
        /** An operation's name in this document. */
        operation?: string | undefined
        /** The next of an earlier page. */
        cursor?: string | undefined
        limit?: number | undefined
      }
    }
    answer: Page<AuditRecord>
  }
  /** What an account has. */
  listBalances: {
    request: {
      query?: {
        /** The account; the caller's first when left out. */
        accountId?: string | undefined
      }
    }
    answer: Page<Balance>
  }
  /** The barriers that stand, the latest first, at most 1000. */
  listBarriers: {
    request: object
    answer: Page<Standing>
  }
  /** Bars, oldest first. */
  listBars: {
    request: {
      path: {
        symbol: string
      }
      query?: {
        /**
         * An interval, 1s to 1M; or a cut: 100t trades, 50v of volume, 1000000d of money. 1m when
         * left out.
         */
        interval?: string | undefined
        /**
         * What is taken out of a share's prices: split for splits, total for dividends too. none
         * when left out.
         */
        adjust?: 'none' | 'split' | 'total' | undefined
        /** Bars that start then or later. */
        from?: TimeText | undefined
        /** Bars that start before then. */
        to?: TimeText | undefined
        /** The newest so many. */
        limit?: number | undefined
      }
    }
    answer: Page<Bar>
  }
  /** What is due, and what it became. */
  listCalendar: {
    request: {
      query?: {
        /** Due then or later. */
        from?: TimeText | undefined
        /** Due before then. */
        to?: TimeText | undefined
        limit?: number | undefined
      }
    }
    answer: Page<Entry>
  }
  /** The certificates that were issued and have not ended long ago. */
  listCertificates: {
    request: object
    answer: Page<Listed>
  }
  /** What an account was worth in USD, oldest first. */
  listEquity: {
    request: {
      path: {
        id: string
      }
      query?: {
        /** One sample for each; 1h when left out. */
        interval?:
          | '1s' | '5s' | '15s' | '30s' | '1m' | '3m'
          | '5m' | '15m' | '30m' | '1h' | '2h' | '4h'
          | '6h' | '12h' | '1d' | '1w' | '1M' | undefined
        /** Samples of then or later. */
        from?: TimeText | undefined
        /** Samples of before then. */
        to?: TimeText | undefined
        /** The newest so many. */
        limit?: number | undefined
      }
    }
    answer: Page<Equity>
  }
  /** Every error code. */
  listErrors: {
    request: object
    answer: Page<ListedError>
  }
  /** What happened around the market lately, newest first. */
  listEvents: {
    request: {
      path: {
        symbol: string
      }
      query?: {
        limit?: number | undefined
      }
    }
    answer: Page<Event>
  }
  /** Where market data comes from. */
  listFeeds: {
    request: object
    answer: Page<FeedStatus>
  }
  /** An account's fills, newest first. */
  listFills: {
    request: {
      query?: {
        /** The account; the caller's first when left out. */
        accountId?: string | undefined
        /** An instrument of the exchange. */
        symbol?: string | undefined
        /** One order's. */
        orderId?: string | undefined
        limit?: number | undefined
        /** The next of an earlier page. */
        cursor?: string | undefined
      }
    }
    answer: Page<Fill>
  }
  /** The functions, their inputs and conventions. */
  listFunctions: {
    request: {
      query?: {
        /** Only those of this area. */
        area?: string | undefined
      }
    }
    answer: Page<Function>
  }
  /** When the book was not known, and why, newest first. */
  listGaps: {
    request: {
      path: {
        symbol: string
      }
      query?: {
        limit?: number | undefined
      }
    }
    answer: Page<Gap>
  }
  /** Bars of any time, with what is missing named. */
  listHistoryBars: {
    request: {
      path: {
        symbol: string
      }
      query?: {
        /** 1s to 1M; 1m when left out. */
        interval?:
          | '1s' | '5s' | '15s' | '30s' | '1m' | '3m'
          | '5m' | '15m' | '30m' | '1h' | '2h' | '4h'
          | '6h' | '12h' | '1d' | '1w' | '1M' | undefined
        /** The oldest that is kept when left out. */
        from?: TimeText | undefined
        /** Up to now when left out, with what is only in memory. */
        to?: TimeText | undefined
        /** Makes the bars of the trades that had been received by then. */
        asOf?: TimeText | undefined
        /** asc is the oldest first, and what is meant when left out. */
        order?: 'asc' | 'desc' | undefined
        limit?: number | undefined
        /** The next of the page before. */
        cursor?: string | undefined
        /** An id to have what is missing fetched by, see requestHistory; needs a sign-in. */
        request?: string | undefined
      }
    }
    answer: HistoryBars
  }
  /** Books that were kept, 20 levels a side. */
  listHistoryBooks: {
    request: {
      path: {
        symbol: string
      }
      query?: {
        /** Levels a side. */
        depth?: number | undefined
        /** The oldest that is kept when left out. */
        from?: TimeText | undefined
        /** Up to now when left out, with what is only in memory. */
        to?: TimeText | undefined
        /** Leaves out what was received after this moment. */
        asOf?: TimeText | undefined
        /** asc is the oldest first, and what is meant when left out. */
        order?: 'asc' | 'desc' | undefined
        limit?: number | undefined
        /** The next of the page before. */
        cursor?: string | undefined
        /** An id to have what is missing fetched by, see requestHistory; needs a sign-in. */
        request?: string | undefined
      }
    }
    answer: HistoryBooks
  }
  /** Best bids and asks that were kept, as they changed. */
  listHistoryQuotes: {
    request: {
      path: {
        symbol: string
      }
      query?: {
        /** The oldest that is kept when left out. */
        from?: TimeText | undefined
        /** Up to now when left out, with what is only in memory. */
        to?: TimeText | undefined
        /** Leaves out what was received after this moment. */
        asOf?: TimeText | undefined
        /** asc is the oldest first, and what is meant when left out. */
        order?: 'asc' | 'desc' | undefined
        limit?: number | undefined
        /** The next of the page before. */
        cursor?: string | undefined
        /** An id to have what is missing fetched by, see requestHistory; needs a sign-in. */
        request?: string | undefined
      }
    }
    answer: HistoryQuotes
  }
  /** Trades of any time, with what is missing named. */
  listHistoryTrades: {
    request: {
      path: {
        symbol: string
      }
      query?: {
        /** The oldest that is kept when left out. */
        from?: TimeText | undefined
        /** Up to now when left out, with what is only in memory. */
        to?: TimeText | undefined
        /** Leaves out what was received after this moment. */
        asOf?: TimeText | undefined
        /** asc is the oldest first, and what is meant when left out. */
        order?: 'asc' | 'desc' | undefined
        limit?: number | undefined
        /** The next of the page before. */
        cursor?: string | undefined
        /** An id to have what is missing fetched by, see requestHistory; needs a sign-in. */
        request?: string | undefined
      }
    }
    answer: HistoryTrades
  }
  /** The accounts elsewhere that sign the caller in. */
  listIdentities: {
    request: object
    answer: Page<LinkedAccount>
  }
  /** Opens a market; its margins, band and dealing are set by its terms. */
  listInstrument: {
    request: {
      body: {
        /** A listed asset. */
        base: string
        /** How far through the best price a market order may go, a fraction; 0.05 when out. */
        collar?: DecimalText | undefined
        kind:
          | 'spot' | 'share' | 'future' | 'sportsShare'
          | 'perpetual' | 'cfd'
        /** Of a quantity. With multiplier a whole number of the base's minor units. */
        lotSize: DecimalText
        /** Of the resting side, a fraction from 0 to 0.1; 0 when left out. */
        makerFee?: DecimalText | undefined
        /** Of the base in one contract; 1 when left out. */
        multiplier?: DecimalText | undefined
        /** Another one, in which prices are. */
        quote: string
        /** One of our own: BASE-QUOTE, with -EXPIRY, -SWAP or -FUT, or one word. */
        symbol: string
        /** Of the incoming side, a fraction from 0 to 0.1; 0 when left out. */
        takerFee?: DecimalText | undefined
        /** Of a price. With lotSize and multiplier a whole number of the quote's minor units. */
        tickSize: DecimalText
      }
    }
    answer: ListedInstrument
  }
  /** All instruments of the exchange, then the venues' markets. */
  listInstruments: {
    request: object
    answer: Page<Instrument>
  }
  /** Computations that were not done at once. */
  listJobs: {
    request: object
    answer: Page<Job>
  }
  /** The public keys that tokens can be checked with (RFC 7517). */
  listKeys: {
    request: object
    answer: unknown
  }
  /** What an account has and needs, by asset. */
  listMargin: {
    request: {
      path: {
        id: string
      }
    }
    answer: Page<Margin>
  }
  /** Headlines, newest first. */
  listNews: {
    request: {
      query?: {
        /** Only what is about it. */
        symbol?: string | undefined
        limit?: number | undefined
      }
    }
    answer: Page<News>
  }
  /** Orders of an account, newest first. */
  listOrders: {
    request: {
      query?: {
        /** The account; the caller's first when left out. */
        accountId?: string | undefined
        /** A status; open lists every order that can still trade. */
        status?:
          | 'open' | 'partiallyFilled' | 'filled'
          | 'canceled' | 'rejected' | 'expired' | 'pending' | undefined
        /** An instrument of the exchange. */
        symbol?: string | undefined
        limit?: number | undefined
        /** The next of an earlier page. */
        cursor?: string | undefined
      }
    }
    answer: Page<Order>
  }
  /** Every pair over all its markets: the best bid and ask of the good ones. */
  listPairs: {
    request: object
    answer: Page<Pair>
  }
  /** The caller's passkeys. */
  listPasskeys: {
    request: object
    answer: Page<Passkey>
  }
  /** How the pipelines are doing. */
  listPipelines: {
    request: object
    answer: Page<PipelineStatus>
  }
  /** A pool's open invitations. */
  listPoolInvitations: {
    request: {
      path: {
        id: string
      }
    }
    answer: Page<Invitation>
  }
  /** A pool's members. */
  listPoolMembers: {
    request: {
      path: {
        id: string
      }
    }
    answer: Page<Member>
  }
  /** The pools that the caller is in. */
  listPools: {
    request: object
    answer: Page<Pool>
  }
  /** What an account has bought and sold and not closed, valued now. */
  listPositions: {
    request: {
      query?: {
        /** The account; the caller's first when left out. */
        accountId?: string | undefined
      }
    }
    answer: Page<Position>
  }
  /** The series of a kind. */
  listSeries: {
    request: {
      path: {
        kind:
          | 'factor' | 'portfolio' | 'performance'
          | 'observation' | 'snapshot_hourly'
          | 'snapshot_daily'
      }
    }
    answer: Page<Series>
  }
  /** A series' values, oldest first, as they are or were known. */
  listSeriesValues: {
    request: {
      path: {
        kind:
          | 'factor' | 'portfolio' | 'performance'
          | 'observation' | 'snapshot_hourly'
          | 'snapshot_daily'
        /** Who reports it. */
        source: string
        /** What it is. */
        name: string
        /** Whose it is; - when nobody's. */
        subject: string
      }
      query?: {
        /** Values about then or later. */
        from?: TimeText | undefined
        /** Values about before then. */
        to?: TimeText | undefined
        /** As it was known then; as it is known now when left out. */
        asOf?: TimeText | undefined
        /** The newest so many. */
        limit?: number | undefined
      }
    }
    answer: Page<Value>
  }
  /** Where the caller is signed in. */
  listSessions: {
    request: object
    answer: Page<ListedSession>
  }
  /** Every table of every store with its rows and bytes; nothing is counted. */
  listStorage: {
    request: object
    answer: Page<Table>
  }
  /** The newest trades. */
  listTrades: {
    request: {
      path: {
        symbol: string
      }
      query?: {
        limit?: number | undefined
      }
    }
    answer: Page<Trade>
  }
  /** All users, the oldest first. */
  listUsers: {
    request: {
      query?: {
        limit?: number | undefined
        /** The next of an earlier page. */
        cursor?: string | undefined
      }
    }
    answer: Page<User>
  }
  /** Tells what a market elsewhere did. */
  mark: {
    request: {
      path: {
        symbol: string
      }
      body: {
        /** Since the mark before; last when left out. */
        high?: DecimalText | undefined
        /** A multiple of the instrument's tickSize. */
        last: DecimalText
        /** Since the mark before; last when left out. */
        low?: DecimalText | undefined
        /** Of the source: the last tick that is in; the time in microseconds when left out. */
        sequence?: number | undefined
        /** Of the last tick; now when left out. */
        time?: TimeText | undefined
      }
    }
    answer: Done
  }
  /** Figures for Prometheus. */
  metrics: {
    request: object
    answer: string
  }
  /**
   * A token for one dangerous request, after a code or passkey, or the password again for
   * who has neither; it works once, within ten minutes, in the header Danger-Token.
   */
  mintDanger: {
    request: {
      body: {
        /** SHA-256 of the body that will be sent, in hexadecimal; of nothing for none. */
        bodySha256: string
        /** Of the authenticator, or a recovery code. */
        code?: string | undefined
        /** The operation's name in this document. */
        operation: string
        /** The answer to POST /v1/passkeys/challenge. */
        passkey?: {
          authenticatorData: string
          clientDataJSON: string
          id: string
          signature: string
          userHandle?: string | undefined
        } | undefined
        /** For who has no second factor. */
        password?: string | undefined
        /** The path of the request, as it will be sent. */
        resource: string
      }
    }
    answer: Minted
  }
  /** A new inner token for an outer token, as renewSession gives it. */
  mintInner: {
    request: {
      body: {
        outerToken: string
      }
    }
    answer: Session
  }
  /** A token that opens one socket within a minute, for the origin that asks. */
  mintStream: {
    request: {
      body: {
        /** The origin of the page that will connect; left out by what is no page. */
        origin?: string | undefined
      }
    }
    answer: Minted
  }
  /** Buys units of a pool for an amount, or gives units back, at what they are worth. */
  moveUnits: {
    request: {
      path: {
        id: string
      }
      idempotencyKey?: string | undefined
      body: {
        /** The member's own account: it pays, or is paid. */
        accountId: string
        /** Paid in. */
        amount?: DecimalText | undefined
        /** The code of an asset, such as USD. */
        asset: string
        /** Given back. */
        units?: number | undefined
      }
    }
    answer: MovedUnits
  }
  /** Opens an account of the caller. The same key again gives the same account. */
  openAccount: {
    request: {
      idempotencyKey?: string | undefined
      body: {
        /** The user's word for it. */
        name: string
        /** An account of the caller whose limits bind this one too. */
        parentId?: string | undefined
      }
    }
    answer: OpenedAccount
  }
  /** The OpenAPI 3.1 document. */
  openApi: {
    request: object
    answer: unknown
  }
  /** Places an order. The same clientOrderId again gives the first answer with 200. */
  placeOrder: {
    request: {
      body: {
        /** The account; the caller's first when left out. */
        accountId?: string | undefined
        /** Works the order over time. */
        algo?: {
          endAt: TimeText
          /** Between two slices, milliseconds. */
          intervalMs?: number | undefined
          /** The share of what others trade, for pov, at most four decimals. */
          participationPercent?: DecimalText | undefined
          /** At once when left out. */
          startAt?: TimeText | undefined
          type: 'twap' | 'vwap' | 'pov'
          /** Of a vwap's equal stretches of time, at most 24. */
          weights?: readonly number[] | undefined
        } | undefined
        /** Recognises this order when it is sent again. */
        clientOrderId?: string | undefined
        /** What is shown at a time. */
        displayQuantity?: DecimalText | undefined
        /** When a GTD order ends. */
        expiresAt?: TimeText | undefined
        /** Rests without being shown. */
        hidden?: boolean | undefined
        /** The order itself takes the profit, and its stopLoss is the other of the two. */
        oneCancelsOther?: boolean | undefined
        /** Of a hedging account: which position it is for. */
        positionEffect?: 'open' | 'close' | undefined
        /** Refused when it would trade at once. */
        postOnly?: boolean | undefined
        /** A multiple of the instrument's tickSize; only for a type with a limit. */
        price?: DecimalText | undefined
        /** A multiple of the instrument's lotSize. */
        quantity: DecimalText
        /** May only make a position on margin smaller. */
        reduceOnly?: boolean | undefined
        /** What happens when it meets the account's own; the account's setting when left out. */
        selfTradePrevention?:
          | 'none' | 'cancelNewest' | 'cancelOldest'
          | 'cancelBoth' | 'decrement' | undefined
        side: 'buy' | 'sell'
        /** A stop that closes what this one fills. */
        stopLoss?: {
          /** The limit it has once triggered. */
          price?: DecimalText | undefined
          /** A multiple of the instrument's tickSize. */
          triggerPrice: DecimalText
        } | undefined
        /** An instrument of the exchange. */
        symbol: string
        /** A limit order that closes what this one fills. */
        takeProfit?: {
          /** A multiple of the instrument's tickSize. */
          price: DecimalText
        } | undefined
        /** IOC for a market order and GTC for all others when left out. */
        timeInForce?: 'GTC' | 'IOC' | 'FOK' | 'GTD' | 'DAY' | undefined
        /** How far a trailing stop keeps away, in price. */
        trail?: DecimalText | undefined
        /** How far a trailing stop keeps away, in percent, at most four decimals. */
        trailPercent?: DecimalText | undefined
        /** Whose price triggers; last when left out. */
        triggerBy?: 'last' | 'mark' | undefined
        /** Where a type that waits goes to the market; where a trailing stop begins. */
        triggerPrice?: DecimalText | undefined
        type:
          | 'limit' | 'market' | 'stop' | 'stopLimit'
          | 'marketIfTouched' | 'limitIfTouched'
          | 'trailingStop'
      }
    }
    answer: Order
  }
  /** The second step of a sign-in: the challenge of the first with a code or passkey. */
  proveFactor: {
    request: {
      body: {
        /** As the first step gave it. */
        challenge: string
        /** Of the authenticator, or a recovery code. */
        code?: string | undefined
        /** The answer to POST /v1/passkeys/challenge. */
        passkey?: {
          authenticatorData: string
          clientDataJSON: string
          id: string
          signature: string
          userHandle?: string | undefined
        } | undefined
      }
    }
    answer: Session
  }
  /**
   * Makes every token void that was minted until now for a user, the members of a pool, or
   * an address, and deletes the API keys of that user or those members; open sockets are
   * closed.
   */
  raiseBarrier: {
    request: {
      body: {
        scope: 'USER' | 'POOL' | 'IP'
        /** The number of a user or pool, or an IP address. */
        subject: string
      }
    }
    answer: Raised
  }
  /** Whether what this node serves can be used. */
  readiness: {
    request: object
    answer: Status
  }
  /**
   * Compares the tables with the exchange and names each difference; who asks while a
   * comparison runs gets its result.
   */
  reconcile: {
    request: object
    answer: Reconciliation
  }
  /** Joins, where all may. */
  register: {
    request: {
      body: {
        email: string
        /** At least 10 characters. */
        password: string
      }
    }
    answer: User
  }
  /** Leaves a pool; or removes who ranks lower than the caller. Units must have been given back. */
  removePoolMember: {
    request: {
      path: {
        id: string
        userId: string
      }
    }
    answer: undefined
  }
  /** Turns the second factor off: authenticator and recovery codes are gone. */
  removeTotp: {
    request: object
    answer: undefined
  }
  /** Gives a passkey another name. */
  renamePasskey: {
    request: {
      path: {
        id: string
      }
      body: {
        /** The user's word for it. */
        name: string
      }
    }
    answer: Page<Passkey>
  }
  /** Gives a pool another name. */
  renamePool: {
    request: {
      path: {
        id: string
      }
      body: {
        /** What its members call it. */
        name: string
      }
    }
    answer: Pool
  }
  /** Certifies a fresh key in place of one whose certificate still counts. */
  renewCertificate: {
    request: {
      body: {
        /** The one that is renewed, in DER. */
        certificate: string
        hosts: readonly string[]
        /** Its intermediate, in DER. */
        intermediate: string
        /** The fresh key. */
        key: string
        kind: string
        name: string
        nonce: string
        /** With the key of the certificate that is renewed. */
        signature: string
        time: TimeText
      }
    }
    answer: Certified
  }
  /** Ten recovery codes in place of the old ones. */
  renewRecoveryCodes: {
    request: object
    answer: RecoveryCodes
  }
  /** A new token for an outer token. */
  renewSession: {
    request: {
      body: {
        outerToken: string
      }
    }
    answer: Session
  }
  /** Gives an open order other terms. A smaller quantity keeps its turn. */
  replaceOrder: {
    request: {
      path: {
        id: string
      }
      body: {
        /** The account; any of the caller's when left out. */
        accountId?: string | undefined
        /** A multiple of the instrument's tickSize; unchanged when left out. */
        price?: DecimalText | undefined
        /** Of the whole order, what has been filled included; unchanged when left out. */
        quantity?: DecimalText | undefined
        /** Of an order that waits; unchanged when left out. */
        triggerPrice?: DecimalText | undefined
      }
    }
    answer: Order
  }
  /** An account's fills as a file, oldest first; at most a million of them. */
  reportTrades: {
    request: {
      query?: {
        /** The account; the caller's first when left out. An operator may name any. */
        accountId?: string | undefined
        /** Fills of then or later; 31 days before `to` when left out. */
        from?: TimeText | undefined
        /** Fills of before then, at most 366 days after `from`; now when left out. */
        to?: TimeText | undefined
        /** json when left out. */
        format?: 'csv' | 'xlsx' | 'json' | undefined
      }
    }
    answer: string
  }
  /** Has history fetched that is not stored; HISTORY_READY:{id} tells when it is. */
  requestHistory: {
    request: {
      body: {
        from: TimeText
        /** Drawn by the client so that it can listen first; else it is drawn here. */
        id?: string | undefined
        /** Of bars, 1s to 1M; 1m when left out. */
        interval?:
          | '1s' | '5s' | '15s' | '30s' | '1m' | '3m'
          | '5m' | '15m' | '30m' | '1h' | '2h' | '4h'
          | '6h' | '12h' | '1d' | '1w' | '1M' | undefined
        /** bars or trades. */
        kind: 'bars' | 'trades' | 'quotes' | 'book'
        /** VENUE:BASE-QUOTE. */
        symbol: string
        /** Up to now when left out. */
        to?: TimeText | undefined
      }
    }
    answer: HistoryRequest
  }
  /** Takes second factor and passkeys from a user who has lost them, and signs it out. */
  resetFactors: {
    request: {
      path: {
        id: string
      }
    }
    answer: undefined
  }
  /** Gives a person another password, and signs it out everywhere. */
  resetPassword: {
    request: {
      path: {
        id: string
      }
      body: {
        /** At least 10 characters. */
        password: string
      }
    }
    answer: undefined
  }
  /** Revokes a certificate for good: its connections end within a minute. */
  revokeCertificate: {
    request: {
      path: {
        serial: string
      }
      body: {
        /** Unspecified when left out. */
        reason?:
          | 'unspecified' | 'keyCompromise' | 'superseded'
          | 'cessationOfOperation' | 'privilegeWithdrawn' | undefined
      }
    }
    answer: Listed
  }
  /** Makes a key like another, which ends after an overlap. */
  rotateApiKey: {
    request: {
      path: {
        id: string
      }
      body: {
        /** How long the old key goes on beside the new. */
        overlapMinutes: number
      }
    }
    answer: MadeKey
  }
  /** Sets the week of a market and its closed days. */
  setCalendar: {
    request: {
      path: {
        symbol: string
      }
      body: {
        /** Of every week, by rising minute, at most 32; none for no calendar. */
        changes: readonly ({
          /** Monday 00:00 UTC is 0. */
          minuteOfWeek: number
          state:
            | 'preOpen' | 'open' | 'halt' | 'auction'
            | 'closed'
        })[]
        /** Whole UTC days without trading, at most 64. */
        closedDays?: readonly string[] | undefined
      }
    }
    answer: Done
  }
  /** Stops or lets go the trading of an account, an instrument or the venue. */
  setKillSwitch: {
    request: {
      path: {
        scope: 'account' | 'instrument' | 'venue'
        /** An account, a symbol, or anything for the venue. */
        id: string
      }
      body: {
        /** Engaged, it cancels and refuses orders; canceling stays possible. */
        engaged: boolean
      }
    }
    answer: Switched
  }
  /** Says what a user has paid for. */
  setLicense: {
    request: {
      path: {
        id: string
      }
      body: {
        license: 'FREE' | 'PRO' | 'ENTERPRISE'
      }
    }
    answer: User
  }
  /** Sets what an account may do at most; only an operator loosens. */
  setLimits: {
    request: {
      path: {
        id: string
      }
      body: {
        /** In which amounts are; USD where there is one, when left out. */
        asset?: string | undefined
        /** How far from the reference a limit price may lie, a fraction such as 0.05. */
        collar?: DecimalText | undefined
        /** Realised loss and fees of a UTC day, after which only reducing is allowed. */
        dailyLoss?: DecimalText | undefined
        /** At a time. */
        openOrders?: number | undefined
        /** Lots of one order. */
        orderLots?: number | undefined
        /** Value of one order; none when left out, as with all of these. */
        orderNotional?: DecimalText | undefined
        /** Placed and replaced. */
        ordersPerSecond?: number | undefined
        /** Value of one position, with the order. */
        positionNotional?: DecimalText | undefined
      }
    }
    answer: Limits
  }
  /** Makes a member an associate, a moderator or an owner; one owner stays. */
  setPoolRole: {
    request: {
      path: {
        id: string
        userId: string
      }
      body: {
        role: 'ASSOCIATE' | 'MODERATOR' | 'OWNER'
      }
    }
    answer: Member
  }
  /** Sets some rates for all nodes, within a second. */
  setRates: {
    request: {
      body: {
        /** Those that are not named stay. */
        rates: readonly ({
          /** How much in each period. */
          average: number
          /** How much at once after a rest. */
          burst: number
          /** A licence, or all who come from one address. */
          holder: 'free' | 'pro' | 'enterprise' | 'address'
          /** In seconds. */
          periodS: number
          tier: 'api' | 'stream' | 'static'
        })[]
      }
    }
    answer: AllRates
  }
  /** Opens, halts or closes a market, or begins an auction. */
  setState: {
    request: {
      path: {
        symbol: string
      }
      body: {
        state:
          | 'preOpen' | 'open' | 'halt' | 'auction'
          | 'closed'
      }
    }
    answer: Done
  }
  /** Sets fees, margins, band, dealing, expiry and financing. */
  setTerms: {
    request: {
      path: {
        symbol: string
      }
      body: {
        /** How far from the reference a limit price may lie, a fraction; anywhere when out. */
        band?: DecimalText | undefined
        /** Half of the spread at which the house deals; orders meet in a book when left out. */
        dealerSpread?: DecimalText | undefined
        /** When it is settled at its mark. */
        expiresAt?: TimeText | undefined
        /** What accounts of tier 0, 1, … pay; 1 to 8. */
        feeTiers: readonly ({
          /** A fraction of the value; negative is a rebate. */
          maker: DecimalText
          /** A fraction of the value. */
          taker: DecimalText
        })[]
        /** What longs pay for a year, a fraction of the notional. */
        financingLong?: DecimalText | undefined
        /** What shorts pay; negative when they receive. */
        financingShort?: DecimalText | undefined
        /** Bought in full when left out. */
        margins?: readonly ({
          /** To open, a fraction of the notional. */
          initial: DecimalText
          /** To keep, a fraction of the notional. */
          maintenance: DecimalText
          /** Where the slice of the notional ends; never, of the last one. */
          upTo?: DecimalText | undefined
        })[] | undefined
        /** A mark older than this liquidates and deals nothing. */
        markMaxAgeMs?: number | undefined
      }
    }
    answer: Done
  }
  /** Says what a user may do. */
  setUserRole: {
    request: {
      path: {
        id: string
      }
      body: {
        role: 'OPERATOR' | 'TRADER'
      }
    }
    answer: User
  }
  /** Suspends a user: tokens are void, keys do not work, no sign-in; or lets it in again. */
  setUserState: {
    request: {
      path: {
        id: string
      }
      body: {
        state: 'ACTIVE' | 'SUSPENDED'
      }
    }
    answer: User
  }
  /** Closes all positions at a price, for good. */
  settle: {
    request: {
      path: {
        symbol: string
      }
      body: {
        /** The mark when left out. */
        price?: DecimalText | undefined
      }
    }
    answer: Done
  }
  /** Signs in. */
  signIn: {
    request: {
      body: {
        email: string
        password: string
      }
    }
    answer: Session
  }
  /** Signs in with a passkey. */
  signInWithPasskey: {
    request: {
      body: {
        passkey: {
          authenticatorData: string
          clientDataJSON: string
          id: string
          signature: string
          userHandle?: string | undefined
        }
      }
    }
    answer: Session
  }
  /** Signs in with what Telegram's login handed to the page, within ten minutes, once. */
  signInWithTelegram: {
    request: {
      body: {
        auth_date: number
        first_name?: string | undefined
        hash: string
        id: number
        last_name?: string | undefined
        photo_url?: string | undefined
        username?: string | undefined
      }
    }
    answer: Session
  }
  /** Signs out: every token of this session is void on every node. */
  signOut: {
    request: object
    answer: undefined
  }
  /** Signs out everywhere: every token of the caller is void on every node. */
  signOutEverywhere: {
    request: object
    answer: undefined
  }
  /** The session that a sign-in elsewhere has opened for this browser, once. */
  takeSession: {
    request: object
    answer: Session
  }
  /**
   * Moves money between two accounts of the caller. The same key again gives the first
   * answer with 200.
   */
  transfer: {
    request: {
      idempotencyKey?: string | undefined
      body: {
        /** The account that pays. */
        accountId: string
        /** A multiple of the asset's minor unit. */
        amount: DecimalText
        /** The code of an asset, such as USD. */
        asset: string
        /** The account that receives. */
        toAccountId: string
      }
    }
    answer: Receipt
  }
  /** Does not take an account elsewhere any more. */
  unlinkIdentity: {
    request: {
      path: {
        id: string
      }
    }
    answer: undefined
  }
  /** Walks the whole log and names the first record that was altered or is missing. */
  verifyAudit: {
    request: object
    answer: AuditVerification
  }
  /** Takes money out. The same key again gives the first answer with 200. */
  withdraw: {
    request: {
      idempotencyKey?: string | undefined
      body: {
        accountId: string
        /** A multiple of the asset's minor unit. */
        amount: DecimalText
        /** The code of an asset, such as USD. */
        asset: string
      }
    }
    answer: Receipt
  }
  /** Withdraws an invitation. */
  withdrawPoolInvitation: {
    request: {
      path: {
        id: string
        invitationId: string
      }
    }
    answer: undefined
  }
}

/** Where each operation is. */
export const operations = {
  addPasskey: { method: 'POST', path: '/v1/passkeys' },
  applyCorporateAction: { method: 'POST', path: '/v1/instruments/{symbol}/corporate-actions' },
  askForNewPasskey: { method: 'POST', path: '/v1/passkeys/options' },
  askForPasskey: { method: 'POST', path: '/v1/passkeys/challenge', isPublic: true },
  beginTotp: { method: 'POST', path: '/v1/factors/totp' },
  cancelAllAfter: { method: 'POST', path: '/v1/accounts/{id}/cancel-all-after' },
  cancelJob: { method: 'DELETE', path: '/v1/quant/jobs/{id}' },
  cancelOrder: { method: 'DELETE', path: '/v1/orders/{id}' },
  cancelOrders: { method: 'DELETE', path: '/v1/orders' },
  changeAlert: { method: 'PATCH', path: '/v1/alerts/{id}' },
  changePassword: { method: 'PUT', path: '/v1/me/password' },
  computeBatch: { method: 'POST', path: '/v1/quant/{area}/{name}/batch' },
  computeFunction: { method: 'POST', path: '/v1/quant/{area}/{name}' },
  configureAccount: { method: 'PATCH', path: '/v1/accounts/{id}' },
  confirmTotp: { method: 'POST', path: '/v1/factors/totp/confirmation' },
  createAlert: { method: 'POST', path: '/v1/alerts' },
  createApiKey: { method: 'POST', path: '/v1/keys' },
  createPool: { method: 'POST', path: '/v1/pools' },
  createServiceKey: { method: 'POST', path: '/v1/users/{id}/keys' },
  createUser: { method: 'POST', path: '/v1/users' },
  deleteAlert: { method: 'DELETE', path: '/v1/alerts/{id}' },
  deleteApiKey: { method: 'DELETE', path: '/v1/keys/{id}' },
  deleteMe: { method: 'DELETE', path: '/v1/me' },
  deletePasskey: { method: 'DELETE', path: '/v1/passkeys/{id}' },
  deletePool: { method: 'DELETE', path: '/v1/pools/{id}' },
  deleteUser: { method: 'DELETE', path: '/v1/users/{id}' },
  deposit: { method: 'POST', path: '/v1/deposits' },
  docs: { method: 'GET', path: '/docs', isPublic: true, isText: true },
  endSession: { method: 'DELETE', path: '/v1/sessions/{id}' },
  enrolCertificate: { method: 'POST', path: '/v1/certificates/enrolment', isPublic: true },
  fund: { method: 'POST', path: '/v1/instruments/{symbol}/funding' },
  getAccount: { method: 'GET', path: '/v1/accounts/{id}' },
  getAlert: { method: 'GET', path: '/v1/alerts/{id}' },
  getBook: { method: 'GET', path: '/v1/markets/{symbol}/book', isPublic: true },
  getDeletion: { method: 'GET', path: '/v1/deletions/{id}' },
  getFactors: { method: 'GET', path: '/v1/factors' },
  getFunction: { method: 'GET', path: '/v1/quant/{area}/{name}', isPublic: true },
  getHistoryRequest: { method: 'GET', path: '/v1/history/requests/{id}', isPublic: true },
  getIndicator: { method: 'GET', path: '/v1/markets/{symbol}/indicators/{name}', isPublic: true },
  getInstrument: { method: 'GET', path: '/v1/instruments/{symbol}', isPublic: true },
  getJob: { method: 'GET', path: '/v1/quant/jobs/{id}' },
  getLimits: { method: 'GET', path: '/v1/accounts/{id}/limits' },
  getMe: { method: 'GET', path: '/v1/me' },
  getOrder: { method: 'GET', path: '/v1/orders/{id}' },
  getPair: { method: 'GET', path: '/v1/pairs/{pair}', isPublic: true },
  getPool: { method: 'GET', path: '/v1/pools/{id}' },
  getPoolMember: { method: 'GET', path: '/v1/pools/{id}/members/{userId}' },
  getQuote: { method: 'GET', path: '/v1/markets/{symbol}/quote', isPublic: true },
  getRates: { method: 'GET', path: '/v1/limits/rates' },
  getRevocations: {
    method: 'GET',
    path: '/v1/certificates/revocations',
    isPublic: true,
    isText: true,
  },
  getRisk: { method: 'GET', path: '/v1/accounts/{id}/risk' },
  getSignIn: { method: 'GET', path: '/v1/sign-in', isPublic: true },
  health: { method: 'GET', path: '/healthz', isPublic: true },
  inviteMachine: { method: 'POST', path: '/v1/certificates/invitations' },
  inviteToPool: { method: 'POST', path: '/v1/pools/{id}/invitations' },
  joinPool: { method: 'POST', path: '/v1/pools/memberships' },
  linkGoogle: { method: 'POST', path: '/v1/identities/google' },
  linkTelegram: { method: 'POST', path: '/v1/identities/telegram' },
  listAccountEvents: { method: 'GET', path: '/v1/accounts/{id}/events' },
  listAccounts: { method: 'GET', path: '/v1/accounts' },
  listAlertEvents: { method: 'GET', path: '/v1/alerts/{id}/events' },
  listAlerts: { method: 'GET', path: '/v1/alerts' },
  listApiKeys: { method: 'GET', path: '/v1/keys' },
  listAsset: { method: 'POST', path: '/v1/assets' },
  listAudit: { method: 'GET', path: '/v1/audit' },
  listBalances: { method: 'GET', path: '/v1/balances' },
  listBarriers: { method: 'GET', path: '/v1/barriers' },
  listBars: { method: 'GET', path: '/v1/markets/{symbol}/bars', isPublic: true },
  listCalendar: { method: 'GET', path: '/v1/calendar', isPublic: true },
  listCertificates: { method: 'GET', path: '/v1/certificates' },
  listEquity: { method: 'GET', path: '/v1/accounts/{id}/equity' },
  listErrors: { method: 'GET', path: '/v1/errors', isPublic: true },
  listEvents: { method: 'GET', path: '/v1/markets/{symbol}/events', isPublic: true },
  listFeeds: { method: 'GET', path: '/v1/feeds', isPublic: true },
  listFills: { method: 'GET', path: '/v1/trades' },
  listFunctions: { method: 'GET', path: '/v1/quant', isPublic: true },
  listGaps: { method: 'GET', path: '/v1/markets/{symbol}/gaps', isPublic: true },
  listHistoryBars: { method: 'GET', path: '/v1/markets/{symbol}/history/bars', isPublic: true },
  listHistoryBooks: { method: 'GET', path: '/v1/markets/{symbol}/history/book', isPublic: true },
  listHistoryQuotes: {
    method: 'GET',
    path: '/v1/markets/{symbol}/history/quotes',
    isPublic: true,
  },
  listHistoryTrades: {
    method: 'GET',
    path: '/v1/markets/{symbol}/history/trades',
    isPublic: true,
  },
  listIdentities: { method: 'GET', path: '/v1/identities' },
  listInstrument: { method: 'POST', path: '/v1/instruments' },
  listInstruments: { method: 'GET', path: '/v1/instruments', isPublic: true },
  listJobs: { method: 'GET', path: '/v1/quant/jobs' },
  listKeys: { method: 'GET', path: '/.well-known/jwks.json', isPublic: true },
  listMargin: { method: 'GET', path: '/v1/accounts/{id}/margin' },
  listNews: { method: 'GET', path: '/v1/news', isPublic: true },
  listOrders: { method: 'GET', path: '/v1/orders' },
  listPairs: { method: 'GET', path: '/v1/pairs', isPublic: true },
  listPasskeys: { method: 'GET', path: '/v1/passkeys' },
  listPipelines: { method: 'GET', path: '/v1/pipelines' },
  listPoolInvitations: { method: 'GET', path: '/v1/pools/{id}/invitations' },
  listPoolMembers: { method: 'GET', path: '/v1/pools/{id}/members' },
  listPools: { method: 'GET', path: '/v1/pools' },
  listPositions: { method: 'GET', path: '/v1/positions' },
  listSeries: { method: 'GET', path: '/v1/series/{kind}' },
  listSeriesValues: { method: 'GET', path: '/v1/series/{kind}/{source}/{name}/{subject}' },
  listSessions: { method: 'GET', path: '/v1/sessions' },
  listStorage: { method: 'GET', path: '/v1/operator/storage' },
  listTrades: { method: 'GET', path: '/v1/markets/{symbol}/trades', isPublic: true },
  listUsers: { method: 'GET', path: '/v1/users' },
  mark: { method: 'POST', path: '/v1/instruments/{symbol}/marks' },
  metrics: { method: 'GET', path: '/metrics', isPublic: true, isText: true },
  mintDanger: { method: 'POST', path: '/v1/tokens/danger' },
  mintInner: { method: 'POST', path: '/v1/tokens/inner', isPublic: true },
  mintStream: { method: 'POST', path: '/v1/tokens/stream' },
  moveUnits: { method: 'POST', path: '/v1/pools/{id}/units' },
  openAccount: { method: 'POST', path: '/v1/accounts' },
  openApi: { method: 'GET', path: '/openapi.json', isPublic: true },
  placeOrder: { method: 'POST', path: '/v1/orders' },
  proveFactor: { method: 'POST', path: '/v1/sessions/factor', isPublic: true },
  raiseBarrier: { method: 'POST', path: '/v1/barriers' },
  readiness: { method: 'GET', path: '/readyz', isPublic: true },
  reconcile: { method: 'GET', path: '/v1/reconciliation' },
  register: { method: 'POST', path: '/v1/users/register', isPublic: true },
  removePoolMember: { method: 'DELETE', path: '/v1/pools/{id}/members/{userId}' },
  removeTotp: { method: 'DELETE', path: '/v1/factors/totp' },
  renamePasskey: { method: 'PATCH', path: '/v1/passkeys/{id}' },
  renamePool: { method: 'PATCH', path: '/v1/pools/{id}' },
  renewCertificate: { method: 'POST', path: '/v1/certificates/renewal', isPublic: true },
  renewRecoveryCodes: { method: 'POST', path: '/v1/factors/recovery-codes' },
  renewSession: { method: 'POST', path: '/v1/sessions/renew', isPublic: true },
  replaceOrder: { method: 'PATCH', path: '/v1/orders/{id}' },
  reportTrades: { method: 'GET', path: '/v1/reports/trades', isText: true },
  requestHistory: { method: 'POST', path: '/v1/history/requests' },
  resetFactors: { method: 'DELETE', path: '/v1/users/{id}/factors' },
  resetPassword: { method: 'PUT', path: '/v1/users/{id}/password' },
  revokeCertificate: { method: 'POST', path: '/v1/certificates/{serial}/revocation' },
  rotateApiKey: { method: 'POST', path: '/v1/keys/{id}/rotation' },
  setCalendar: { method: 'PUT', path: '/v1/instruments/{symbol}/calendar' },
  setKillSwitch: { method: 'PUT', path: '/v1/kill-switches/{scope}/{id}' },
  setLicense: { method: 'PUT', path: '/v1/users/{id}/license' },
  setLimits: { method: 'PUT', path: '/v1/accounts/{id}/limits' },
  setPoolRole: { method: 'PATCH', path: '/v1/pools/{id}/members/{userId}' },
  setRates: { method: 'PUT', path: '/v1/limits/rates' },
  setState: { method: 'PUT', path: '/v1/instruments/{symbol}/state' },
  setTerms: { method: 'PUT', path: '/v1/instruments/{symbol}/terms' },
  setUserRole: { method: 'PUT', path: '/v1/users/{id}/role' },
  setUserState: { method: 'PUT', path: '/v1/users/{id}/state' },
  settle: { method: 'POST', path: '/v1/instruments/{symbol}/settlement' },
  signIn: { method: 'POST', path: '/v1/sessions', isPublic: true },
  signInWithPasskey: { method: 'POST', path: '/v1/sessions/passkey', isPublic: true },
  signInWithTelegram: { method: 'POST', path: '/v1/sign-in/telegram', isPublic: true },
  signOut: { method: 'DELETE', path: '/v1/sessions' },
  signOutEverywhere: { method: 'DELETE', path: '/v1/sessions/all' },
  takeSession: { method: 'POST', path: '/v1/sign-in/session', isPublic: true },
  transfer: { method: 'POST', path: '/v1/transfers' },
  unlinkIdentity: { method: 'DELETE', path: '/v1/identities/{id}' },
  verifyAudit: { method: 'GET', path: '/v1/audit/verification' },
  withdraw: { method: 'POST', path: '/v1/withdrawals' },
  withdrawPoolInvitation: { method: 'DELETE', path: '/v1/pools/{id}/invitations/{invitationId}' },
} as const
