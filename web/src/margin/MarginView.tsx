import { For, Match, Show, Switch, createMemo } from 'solid-js'
import { decimal, isZero } from '../../client/decimal'
import type { AccountEvent, AccountMargin } from '../../client/shapes'
import { Grid, extra, type Column } from '../account/blotter/Grid'
import { WordsCell } from '../account/blotter/cells'
import { cents } from '../account/curve'
import { unitOfAccount } from '../account/equity'
import { dayTime, grouped } from '../look/format'
import { Failed, Skeleton } from '../look/states'
import { useTerminal } from '../terminal'
import { eventWords, weightOf } from './eventWords'
import { MarginBar } from './MarginBar'
import { MarginPositions } from './MarginPositions'

/** What the account has, uses and needs; its positions on margin; what they lived through. */
export default function MarginView() {
  const { margin, events, frame } = useTerminal()
  const failure = () => {
    const now = margin.sheetLoader.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  const lines = createMemo(() => (margin.sheet() ?? []).filter(isTelling))
  return (
    <Switch fallback={<Skeleton rows={4} />}>
      <Match when={failure()}>
        {(why) => (
          <Failed
            what="The margin of this account did not load."
            failure={why()}
            retry={() => void margin.sheetLoader.load()}
          />
        )}
      </Match>
      <Match when={margin.sheet()}>
        <div data-testid="margin-view">
          <Show when={margin.settings()}>
            <Manner />
          </Show>
          <For each={lines()}>{(line) => <Line line={line} />}</For>
          <MarginPositions />
          <Show
            when={events.recent().length > 0}
            fallback={
              <p class="px-3 py-2 text-muted">
                Margin calls, triggered orders and funding will be listed here.
              </p>
            }
          >
            <Events events={events.recent()} />
          </Show>
          <button
            type="button"
            class="firm mx-3 my-2 wide:hidden"
            onClick={() => frame.open('account')}
          >
            Set up the account
          </button>
        </div>
      </Match>
    </Switch>
  )
}

/** An asset matters here when it is what is counted in, or something depends on it. */
function isTelling(line: AccountMargin): boolean {
  const busy = [line.initialMargin, line.unrealizedPnl].some((each) => !isZero(decimal(each)))
  return busy || line.asset === unitOfAccount
}

const modes = { cash: 'Pays in full', cross: 'Cross margin', isolated: 'Isolated margin' }

/** How the account trades, in a line. */
function Manner() {
  const { margin, frame } = useTerminal()
  const words = () => {
    const now = margin.settings()
    if (now === undefined) return []
    const leverage = now.marginModel === 'leveraged' ? [`${now.leverage} × leverage`] : []
    return [
      modes[now.marginMode],
      ...leverage,
      now.positionMode === 'hedging' ? 'Hedging' : 'Netting',
      now.costMethod === 'fifo' ? 'First in, first out' : 'Average cost',
    ]
  }
  return (
    <div class="flex min-h-8 items-center gap-2 px-3" data-testid="margin-manner">
      <span class="truncate text-muted">{words().join(' · ')}</span>
      <Show when={margin.settings()?.killed}>
        <span class="rounded-sm border border-danger px-1.5 text-danger-text">Stopped</span>
      </Show>
      <button
        type="button"
        class="quiet ml-auto underline max-wide:hidden"
        onClick={() => frame.open('account')}
        data-testid="account-open"
      >
        Set up the account
      </button>
    </div>
  )
}

function Line(props: { line: AccountMargin }) {
  const figures = () =>
    [
      ['Equity', props.line.equity, 'equity'],
      ['Used', props.line.initialMargin, 'used'],
      ['Free', props.line.free, 'free'],
      ['Maintenance', props.line.maintenanceMargin, 'maintenance'],
      ['Unrealized', props.line.unrealizedPnl, 'unrealized'],
    ] as const
  return (
    <div
      class="border-b border-line px-3 pb-2"
      data-testid="margin-line"
      data-asset={props.line.asset}
    >
      <dl class="grid grid-cols-5 gap-x-3 max-wide:grid-cols-3">
        <For each={figures()}>
          {([name, value, id]) => (
            <div>
              <dt class="text-[12px] text-muted">
                {name}
                {id === 'equity' ? ` ${props.line.asset}` : ''}
              </dt>
              <dd class="live-value tabular-nums" data-testid={`margin-${id}`}>
                {grouped(cents(value))}
              </dd>
            </div>
          )}
        </For>
      </dl>
      <MarginBar line={props.line} />
    </div>
  )
}

const columns: readonly Column[] = [
  { head: 'Time UTC', words: true, extra: true },
  { head: 'What happened', words: true },
]

function Events(props: { events: readonly AccountEvent[] }) {
  const colour = (event: AccountEvent) =>
    ({ danger: 'text-danger-text', warning: 'text-warning', note: '' })[weightOf(event)]
  return (
    <Grid caption="What the positions lived through, newest first" columns={columns}>
      <For each={props.events}>
        {(event) => (
          <tr class="h-6 hover:bg-raised" data-testid="account-event" data-kind={event.kind}>
            <WordsCell class={`text-digits tabular-nums ${extra}`}>{dayTime(event.time)}</WordsCell>
            <td class={`px-2 first:pl-3 ${colour(event)}`}>{eventWords(event)}</td>
          </tr>
        )}
      </For>
    </Grid>
  )
}
