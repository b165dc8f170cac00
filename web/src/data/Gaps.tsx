import { For, Match, Show, Switch, createMemo } from 'solid-js'
import { Grid, notOnPhones, type Column } from '../account/blotter/Grid'
import { NumberCell, WordsCell } from '../account/blotter/cells'
import { age, dayTime } from '../look/format'
import { createPolled } from '../look/polled'
import { Empty, Failed, Skeleton } from '../look/states'
import { useTerminal } from '../terminal'
import {
  causeWords,
  gapsMax,
  healingWords,
  lasted,
  lostMs,
  missedWords,
  spansOf,
  type Gap,
  type Span,
} from './gaps'

const everyMs = 5_000

/** The ledger of a market: when its book was not known, why, and what healed it. */
export function Gaps() {
  const { instrument } = useTerminal()
  const symbol = createMemo(() => instrument()?.symbol)
  return (
    <div class="flex flex-col gap-4 p-4 max-wide:px-0" data-testid="gaps">
      <MarketChoice />
      <Show when={symbol()} keyed fallback={<Skeleton rows={4} />}>
        {(of) => <Ledger symbol={of} />}
      </Show>
    </div>
  )
}

function MarketChoice() {
  const { instruments, instrument, route } = useTerminal()
  return (
    <label class="flex items-center gap-2 max-wide:px-3">
      <span class="text-muted">Market</span>
      <select
        class="field max-w-72"
        onChange={(event) => route.open(event.currentTarget.value)}
        data-testid="gaps-market"
      >
        <For each={instruments.value() ?? []}>
          {(each) => (
            <option value={each.symbol} selected={each.symbol === instrument()?.symbol}>
              {each.symbol}
            </option>
          )}
        </For>
      </select>
    </label>
  )
}

function Ledger(props: { symbol: string }) {
  const { rest } = useTerminal()
  const gaps = createPolled(async () => {
    const request = { path: { symbol: props.symbol }, query: { limit: gapsMax } }
    return (await rest.call('listGaps', request)).items
  }, everyMs)
  const failure = () => {
    const now = gaps.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  return (
    <Switch fallback={<Skeleton rows={6} />}>
      <Match when={failure()}>
        {(why) => (
          <Failed
            what={`The gaps of ${props.symbol} could not be read.`}
            failure={why()}
            retry={() => void gaps.load()}
          />
        )}
      </Match>
      <Match when={gaps.value()}>
        {(known) => (
          <>
            <Strip gaps={known()} />
            <Show
              when={known().length > 0}
              fallback={
                <Empty says={`The book of ${props.symbol} has been known since the start.`} />
              }
            >
              <Rows gaps={known()} />
            </Show>
            <Show when={known().length === gapsMax}>
              <p class="px-3 text-muted">The newest {gapsMax} are shown.</p>
            </Show>
          </>
        )}
      </Match>
    </Switch>
  )
}

/** The last day from left to right: what is marked is time in which the book was not known. */
function Strip(props: { gaps: readonly Gap[] }) {
  const { connection } = useTerminal()
  const second = createMemo(() => Math.floor(connection.platformNow() / 1_000) * 1_000)
  const spans = createMemo(() => spansOf(props.gaps, second()))
  const words = () => {
    const count = spans().length
    if (count === 0) return 'No gap in the last 24 hours'
    const whole = props.gaps.length === gapsMax ? 'at least ' : ''
    return `${whole}${count} gap${count === 1 ? '' : 's'} in the last 24 hours, ${lasted(
      lostMs(spans()),
    )} in all`
  }
  return (
    <figure class="max-wide:px-3">
      <figcaption class="mb-1 first-letter:uppercase" data-testid="gap-words">
        {words()}
      </figcaption>
      <div
        class="relative h-6 overflow-hidden rounded-sm border border-line bg-raised"
        role="img"
        aria-label={words()}
        data-testid="gap-strip"
      >
        <For each={[0.25, 0.5, 0.75]}>
          {(at) => (
            <span class="absolute inset-y-0 w-px bg-line" style={{ left: `${at * 100}%` }} />
          )}
        </For>
        <For each={spans()}>{(span) => <Mark span={span} />}</For>
      </div>
      <div class="flex justify-between text-[11px] text-muted" aria-hidden="true">
        <For each={['24 h ago', '18 h', '12 h', '6 h', 'now']}>{(each) => <span>{each}</span>}</For>
      </div>
    </figure>
  )
}

/** At least two pixels: a short gap must not vanish. One that is open is taller and red. */
function Mark(props: { span: Span }) {
  const title = () => {
    const { gap } = props.span
    const long = gap.durationMs === null ? 'still open' : lasted(gap.durationMs)
    return `${dayTime(gap.time)} UTC, ${long}: ${causeWords(gap.cause)}`
  }
  return (
    <span
      class={`absolute min-w-0.5 ${
        props.span.isOpen ? 'inset-y-0 bg-danger' : 'inset-y-1 bg-warning'
      }`}
      style={{
        left: `min(${props.span.from * 100}%, 100% - 2px)`,
        width: `${props.span.width * 100}%`,
      }}
      title={title()}
      data-testid="gap-mark"
    />
  )
}

const columns: readonly Column[] = [
  { head: 'Began UTC', words: true },
  { head: 'Lasted' },
  { head: 'Cause', words: true },
  { head: 'Missed', words: true, extra: 'phone' },
  { head: 'Healed by', words: true, extra: 'phone' },
]

function Rows(props: { gaps: readonly Gap[] }) {
  const { connection } = useTerminal()
  const lastedText = (gap: Gap) =>
    gap.durationMs === null
      ? `${age(connection.platformNow() - Date.parse(gap.time))} so far`
      : lasted(gap.durationMs)
  return (
    <div class="min-w-0 overflow-x-auto">
      <Grid caption="Gaps, newest first" columns={columns}>
        <For each={props.gaps}>
          {(gap) => (
            <tr
              class="h-7 hover:bg-raised max-wide:h-11"
              data-testid="gap-row"
              data-cause={gap.cause}
            >
              <WordsCell class="text-digits tabular-nums">{dayTime(gap.time)}</WordsCell>
              <NumberCell text={lastedText(gap)} />
              <WordsCell class="max-wide:whitespace-normal">
                {causeWords(gap.cause)}
                <span class="block text-muted wide:hidden">{healingWords(gap.healing)}</span>
              </WordsCell>
              <WordsCell class={`text-digits tabular-nums ${notOnPhones}`}>
                {missedWords(gap)}
              </WordsCell>
              <WordsCell
                class={`${notOnPhones} ${gap.until === null ? 'text-danger-text' : ''}`}
              >
                {healingWords(gap.healing)}
              </WordsCell>
            </tr>
          )}
        </For>
      </Grid>
    </div>
  )
}
