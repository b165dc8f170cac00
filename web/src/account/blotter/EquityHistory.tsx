import {
  For,
  Match,
  Show,
  Suspense,
  Switch,
  createEffect,
  createMemo,
  createSignal,
  lazy,
  on,
  type Accessor,
} from 'solid-js'
import { decimal, toNumber } from '../../../client/decimal'
import type { EquityPoint } from '../../../client/shapes'
import { dayTime } from '../../look/format'
import { createLoader, type Loader } from '../../look/loaded'
import { Empty, Failed, Skeleton } from '../../look/states'
import { useTerminal } from '../../terminal'
import { ProfitText } from '../Equity'
import { cents, curveOf, earned, ranges, startOf, stepOf, type Curve, type Range } from '../curve'
import { unitOfAccount } from '../equity'
import { Grid, type Column } from './Grid'
import { GainCell, NumberCell, WordsCell } from './cells'

const EquityChart = lazy(() => import('../EquityChart'))
const rereadEveryMs = 60_000

/** The account's worth over a day, a week or a month. */
export function EquityHistory() {
  const { worth, connection } = useTerminal()
  const [range, setRange] = createSignal<Range>('1D')
  const [asTable, setAsTable] = createSignal(false)
  const points = createPoints(range)
  // The end of the curve moves with the market, but not with every tick.
  const second = createMemo(() => Math.floor(connection.now() / 1_000))
  const curve = createMemo(
    on([points.value, second], ([known]) =>
      curveOf(range(), known ?? [], worth.equity(), connection.platformNow()),
    ),
  )
  const failure = () => {
    const now = points.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  return (
    <div class="flex h-full min-h-40 flex-col">
      <div class="flex h-8 shrink-0 items-center gap-2 px-3 pointer-coarse:h-12">
        <span data-testid="range-profit">
          <ProfitText profit={curve()?.profit} whole />
        </span>
        <span class="truncate text-muted max-full:hidden">{unitOfAccount}, deposits apart</span>
        <Ranges chosen={range()} choose={setRange} />
        <button
          type="button"
          class="quiet"
          aria-pressed={asTable()}
          onClick={() => setAsTable((now) => !now)}
          data-testid="equity-table"
        >
          Table
        </button>
      </div>
      <Switch fallback={<Skeleton rows={4} />}>
        <Match when={failure()}>
          {(why) => (
            <Failed
              what="The history of this account did not load."
              failure={why()}
              retry={() => void points.load()}
            />
          )}
        </Match>
        <Match when={points.value()?.length === 0}>
          <Empty says="No sample of this account has been taken yet. One is taken every hour." />
        </Match>
        <Match when={curve()}>
          {(known) => (
            <Show
              when={asTable()}
              fallback={<Picture curve={known()} range={range()} />}
            >
              <Table points={points.value() ?? []} base={known().base} />
            </Show>
          )}
        </Match>
      </Switch>
    </div>
  )
}

/** The samples of a range, read again every minute. */
function createPoints(range: Accessor<Range>): Loader<readonly EquityPoint[]> {
  const { account, rest, connection } = useTerminal()
  const points = createLoader(async () => {
    const id = account.id()
    const from = new Date(startOf(range(), connection.platformNow())).toISOString()
    return id === undefined ? [] : rest.equity(id, stepOf[range()], from)
  })
  const minute = createMemo(() => Math.floor(connection.now() / rereadEveryMs))
  createEffect(
    on([account.id, range, minute], ([id, length], before) => {
      if (id !== before?.[0] || length !== before?.[1]) points.reset()
      void points.load()
    }),
  )
  return points
}

function Ranges(props: { chosen: Range; choose(range: Range): void }) {
  return (
    <div class="ml-auto flex" role="radiogroup" aria-label="Range">
      <For each={ranges}>
        {(each) => (
          <button
            type="button"
            role="radio"
            class="quiet"
            aria-checked={props.chosen === each}
            onClick={() => props.choose(each)}
            data-testid={`range-${each}`}
          >
            {each}
          </button>
        )}
      </For>
    </div>
  )
}

function Picture(props: { curve: Curve; range: Range }) {
  const inWords = () =>
    `Equity over ${props.range}, ${props.curve.points.length} points, in ${unitOfAccount}`
  return (
    <div class="live-value relative min-h-0 flex-1" data-testid="equity-chart">
      <Suspense fallback={<Skeleton rows={4} />}>
        <EquityChart
          points={props.curve.points}
          base={toNumber(decimal(props.curve.base.equity))}
          label={inWords()}
        />
      </Suspense>
    </div>
  )
}

const columns: readonly Column[] = [
  { head: 'Time UTC', words: true },
  { head: 'Equity' },
  { head: 'Net deposits', extra: 'phone' },
  { head: 'Earned since' },
]

function Table(props: { points: readonly EquityPoint[]; base: EquityPoint }) {
  return (
    <div class="min-h-0 flex-1 overflow-auto">
      <Grid caption="Equity, newest first" columns={columns}>
        <For each={props.points.toReversed()}>
          {(point) => (
            <tr class="h-6 hover:bg-raised">
              <WordsCell class="text-digits tabular-nums">{dayTime(point.time)}</WordsCell>
              <NumberCell text={cents(point.equity)} />
              <NumberCell text={cents(point.netDeposits)} class="text-digits max-wide:hidden" />
              <GainCell value={earned(point, props.base)} />
            </tr>
          )}
        </For>
      </Grid>
    </div>
  )
}
