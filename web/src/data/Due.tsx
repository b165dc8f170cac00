import { For, Match, Switch } from 'solid-js'
import { Grid, extra, notOnPhones, type Column } from '../account/blotter/Grid'
import { NumberCell, WordsCell } from '../account/blotter/cells'
import { age, dayTime, unknown } from '../look/format'
import { createPolled } from '../look/polled'
import { Empty, Failed, Skeleton } from '../look/states'
import { useTerminal } from '../terminal'
import { daysFrom, importanceWord, type Entry } from './news'

const everyMs = 60_000
/** Today and the seven days after it. */
const days = 8

/** What is due in the next week, and what became of what was due today. */
export function Due() {
  const { rest, connection } = useTerminal()
  const entries = createPolled(async () => {
    const query = daysFrom(connection.platformNow(), days)
    return (await rest.call('listCalendar', { query })).items
  }, everyMs)
  const failure = () => {
    const now = entries.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  return (
    <div class="flex flex-col gap-3 p-4 max-wide:px-0" data-testid="due">
      <p class="text-muted max-wide:px-3">Today and the next seven days, in UTC.</p>
      <Switch fallback={<Skeleton rows={8} />}>
        <Match when={failure()}>
          {(why) => (
            <Failed
              what="The calendar could not be read."
              failure={why()}
              retry={() => void entries.load()}
            />
          )}
        </Match>
        <Match when={entries.value()?.length === 0}>
          <Empty says="Nothing is known to be due. It appears here once a calendar is set up." />
        </Match>
        <Match when={entries.value()}>{(all) => <Rows entries={all()} />}</Match>
      </Switch>
    </div>
  )
}

const columns: readonly Column[] = [
  { head: 'Time UTC', words: true },
  { head: 'In', extra: 'phone' },
  { head: 'Area', words: true },
  { head: 'What', words: true },
  { head: 'Weight', words: true },
  { head: 'Actual' },
  { head: 'Forecast', extra: 'phone' },
  { head: 'Previous', extra: 'phone' },
  { head: 'Source', words: true, extra: true },
]

function Rows(props: { entries: readonly Entry[] }) {
  return (
    <div class="min-w-0 overflow-x-auto">
      <Grid caption="What is due" columns={columns}>
        <For each={props.entries}>{(entry) => <Row entry={entry} />}</For>
      </Grid>
    </div>
  )
}

function Row(props: { entry: Entry }) {
  const { connection } = useTerminal()
  const leftMs = () => Date.parse(props.entry.time) - connection.platformNow()
  const left = () => (leftMs() >= 0 ? age(leftMs()) : `${age(-leftMs())} ago`)
  const said = (text: string) => (text === '' ? undefined : text)
  return (
    <tr
      class={`h-7 hover:bg-raised max-wide:h-14 ${leftMs() < 0 ? 'text-muted' : ''}`}
      data-testid="due-row"
    >
      <WordsCell class="tabular-nums">{dayTime(props.entry.time)}</WordsCell>
      <NumberCell text={left()} class={notOnPhones} />
      <WordsCell>{props.entry.area || unknown}</WordsCell>
      <WordsCell class="max-wide:whitespace-normal">{props.entry.title}</WordsCell>
      <WordsCell class={props.entry.importance === 3 ? 'font-semibold' : ''}>
        {importanceWord(props.entry.importance)}
      </WordsCell>
      <NumberCell text={said(props.entry.actual)} />
      <NumberCell text={said(props.entry.forecast)} class={notOnPhones} />
      <NumberCell text={said(props.entry.previous)} class={notOnPhones} />
      <WordsCell class={`text-muted ${extra}`}>{props.entry.source}</WordsCell>
    </tr>
  )
}
