import { For, Match, Show, Switch, createMemo, createSignal } from 'solid-js'
import { Grid, extra, notOnPhones, type Column } from '../account/blotter/Grid'
import { NumberCell, WordsCell } from '../account/blotter/cells'
import { createHeldIds } from '../account/blotter/heldIds'
import { TextField } from '../look/fields'
import { age, unknown } from '../look/format'
import { createPolled } from '../look/polled'
import { Empty, Failed, Skeleton } from '../look/states'
import { useTerminal } from '../terminal'
import {
  feedMatches,
  grade,
  hasVenueFeed,
  lagText,
  marketOf,
  worstFirst,
  type Feed,
  type Grade,
} from './feeds'

const everyMs = 2_000
/** Three rounds without an answer are not bad luck. */
const oldAfterMs = 3 * everyMs

/** Where market data comes from and how far each source is to be trusted now. */
export function Feeds() {
  const { rest, connection } = useTerminal()
  const [query, setQuery] = createSignal('')
  const feeds = createPolled(async () => (await rest.call('listFeeds')).items, everyMs)
  const shown = createMemo(() =>
    worstFirst((feeds.value() ?? []).filter((feed) => feedMatches(feed, query().trim()))),
  )
  const failure = () => {
    const now = feeds.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  const oldForMs = () => {
    const ms = connection.now() - (feeds.readAt() ?? connection.now())
    return ms > oldAfterMs ? ms : undefined
  }
  return (
    <div
      class="flex flex-col gap-3 p-4 max-wide:px-0"
      data-testid="feeds"
      data-stale={oldForMs() !== undefined}
    >
      <div class="flex flex-wrap items-center gap-x-4 gap-y-1 max-wide:px-3">
        <TextField
          name="Filter"
          testid="feeds-filter"
          words
          placeholder="Feed, state, pair, error"
          value={query()}
          set={setQuery}
        />
        <Show when={oldForMs()}>
          {(ms) => <span class="text-warning">Last read {age(ms())} ago</span>}
        </Show>
      </div>
      <Switch fallback={<Skeleton rows={6} />}>
        <Match when={failure()}>
          {(why) => (
            <Failed
              what="The feeds could not be read."
              failure={why()}
              retry={() => void feeds.load()}
            />
          )}
        </Match>
        <Match when={feeds.value()}>
          {(all) => (
            <>
              <Show
                when={shown().length > 0}
                fallback={<Empty says={`No feed matches “${query().trim()}”.`} />}
              >
                <Rows feeds={shown()} />
              </Show>
              <Show when={!hasVenueFeed(all())}>
                <Empty says="No venue's data comes in yet.">
                  <p>
                    Start the platform with <code class="select-all">--feeds coinbase</code>, or
                    several names with commas between.
                  </p>
                </Empty>
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </div>
  )
}

const columns: readonly Column[] = [
  { head: 'Feed', words: true },
  { head: 'State', words: true, extra: 'phone' },
  { head: 'Quality', words: true },
  { head: 'Lag' },
  { head: 'Last frame' },
  { head: 'Frames', extra: 'phone' },
  { head: 'Rejects', extra: 'phone' },
  { head: 'Errors', extra: 'phone' },
  { head: 'Preferred for', words: true, extra: true },
  { head: '', words: true },
]

function Rows(props: { feeds: readonly Feed[] }) {
  const byName = createMemo(() => new Map(props.feeds.map((feed) => [feed.name, feed])))
  const held = createHeldIds(() => props.feeds.map((feed) => feed.name))
  return (
    <div class="min-w-0 overflow-x-auto">
      <Grid caption="Feeds, worst first" columns={columns} hold={held.hold}>
        <For each={held.ids()}>
          {(name) => <Show when={byName().get(name)}>{(feed) => <Row feed={feed()} />}</Show>}
        </For>
      </Grid>
    </div>
  )
}

function Row(props: { feed: Feed }) {
  const { connection } = useTerminal()
  const lastFrame = () => {
    const at = props.feed.lastFrameAt
    return at === null ? unknown : age(connection.platformNow() - Date.parse(at))
  }
  const of = () => {
    const { name, venue, kind } = props.feed
    const known = name.toLowerCase()
    return [venue, kind].filter((each) => each.toLowerCase() !== known).join(', ')
  }
  return (
    <>
      <tr
        class="h-7 hover:bg-raised"
        data-testid="feed-row"
        data-feed={props.feed.name}
        data-state={props.feed.state}
      >
        <WordsCell class="font-semibold">
          {props.feed.name}
          <span class={`font-normal text-muted ${notOnPhones}`}>
            {' '}
            {of()}
          </span>
          <span class="block font-normal text-muted wide:hidden">
            {props.feed.state}
            <Show when={props.feed.errors > 0}>
              <span class="block text-warning">{props.feed.errors} errors</span>
            </Show>
          </span>
        </WordsCell>
        <WordsCell class={notOnPhones}>{props.feed.state}</WordsCell>
        <WordsCell>
          <Quality quality={props.feed.quality} />
        </WordsCell>
        <NumberCell text={lagText(props.feed.lagMs)} />
        <NumberCell text={lastFrame()} />
        <NumberCell text={String(props.feed.frames)} class={notOnPhones} />
        <Trouble count={props.feed.rejected} />
        <Trouble count={props.feed.errors} />
        <WordsCell class={`max-w-60 overflow-hidden text-ellipsis text-muted ${extra}`}>
          <span title={props.feed.preferredFor.join(', ')}>
            {props.feed.preferredFor.join(', ') || unknown}
          </span>
        </WordsCell>
        <WordsCell>
          <GapsButton feed={props.feed} />
        </WordsCell>
      </tr>
      <Show when={props.feed.detail !== ''}>
        <tr data-testid="feed-detail">
          <td
            colspan={columns.length}
            class={`px-2 pb-2 pl-3 break-words ${
              grade(props.feed.quality) === 'good' ? 'text-muted' : 'text-danger-text'
            }`}
          >
            {props.feed.detail}
          </td>
        </tr>
      </Show>
    </>
  )
}

/** A count of what should not happen: quiet while it is zero. */
function Trouble(props: { count: number }) {
  const look = () => (props.count === 0 ? 'text-muted' : 'text-warning')
  return <NumberCell text={String(props.count)} class={`${notOnPhones} ${look()}`} />
}

const colours: Record<Grade, string> = {
  good: 'bg-up',
  doubtful: 'bg-warning',
  bad: 'bg-danger',
}

/** A bar of the hundred and the number, so that colour is not needed. */
function Quality(props: { quality: number }) {
  const share = () => Math.min(100, Math.max(0, props.quality))
  return (
    <span class="live-value flex items-center gap-2" data-testid="feed-quality">
      <span
        class="h-1.5 w-16 shrink-0 overflow-hidden rounded-full bg-line max-wide:hidden"
        aria-hidden="true"
      >
        <span
          class={`block h-full ${colours[grade(props.quality)]}`}
          style={{ width: `${share()}%` }}
        />
      </span>
      <span class="tabular-nums" data-grade={grade(props.quality)}>
        {props.quality}
        <Show when={grade(props.quality) !== 'good'}>
          <span class="text-muted max-wide:hidden"> {grade(props.quality)}</span>
        </Show>
      </span>
    </span>
  )
}

/** From a feed to the gaps of a market of it. */
function GapsButton(props: { feed: Feed }) {
  const { frame, instruments, instrument, route } = useTerminal()
  const market = () => marketOf(props.feed, instruments.value() ?? [], instrument()?.symbol)
  return (
    <Show when={market()}>
      {(symbol) => (
        <button
          type="button"
          class="quiet underline"
          title={`When the book of ${symbol()} was not known`}
          onClick={() => {
            route.open(symbol())
            frame.showData('gaps')
          }}
          data-testid={`feed-gaps-${props.feed.name}`}
        >
          Gaps
        </button>
      )}
    </Show>
  )
}
