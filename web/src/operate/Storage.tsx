import { For, Match, Switch, createMemo } from 'solid-js'
import { Grid, type Column, notOnPhones } from '../account/blotter/Grid'
import { NumberCell, WordsCell } from '../account/blotter/cells'
import { unknown } from '../look/format'
import { createPolled } from '../look/polled'
import { Failed, Skeleton } from '../look/states'
import { useTerminal } from '../terminal'
import {
  byStore,
  largestFirst,
  rowsText,
  sizeText,
  spanText,
  type StoredTable,
} from './storage'

const everyMs = 30_000

/** How large every table of every store is, as the stores' own books have it. */
export function Storage() {
  const { rest } = useTerminal()
  const tables = createPolled(async () => (await rest.call('listStorage')).items, everyMs)
  const failure = () => {
    const now = tables.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  return (
    <div class="flex flex-col gap-3 p-4 max-wide:px-0" data-testid="storage">
      <p class="max-w-2xl text-muted max-wide:px-3">
        What is kept, from the stores' statistics: nothing is counted for it. A number after ~ is an
        estimate.
      </p>
      <Switch fallback={<Skeleton rows={8} />}>
        <Match when={failure()}>
          {(why) => (
            <Failed
              what="The sizes could not be read."
              failure={why()}
              retry={() => void tables.load()}
            />
          )}
        </Match>
        <Match when={tables.value()}>{(all) => <Sizes tables={all()} />}</Match>
      </Switch>
    </div>
  )
}

const columns: readonly Column[] = [
  { head: 'Table', words: true },
  { head: 'Rows' },
  { head: 'Size' },
  { head: '', words: true, extra: 'phone' },
  { head: 'Days', words: true, extra: 'phone' },
]

function Sizes(props: { tables: readonly StoredTable[] }) {
  const sorted = createMemo(() => largestFirst(props.tables))
  const largest = () => Math.max(1, sorted()[0]?.bytes ?? 1)
  return (
    <>
      <p class="flex flex-wrap gap-x-4 max-wide:px-3">
        <For each={byStore(props.tables)}>
          {([store, bytes]) => (
            <span>
              {store} <span class="font-semibold tabular-nums">{sizeText(bytes)}</span>
            </span>
          )}
        </For>
      </p>
      <div class="min-w-0 overflow-x-auto">
        <Grid caption="Tables, largest first" columns={columns}>
          <For each={sorted()}>
            {(table) => (
              <tr class="h-7 hover:bg-raised" data-testid="storage-row">
                <WordsCell class="font-semibold">
                  {table.table} <span class="font-normal text-muted">{table.store}</span>
                </WordsCell>
                <NumberCell text={rowsText(table)} />
                <NumberCell text={sizeText(table.bytes)} />
                <WordsCell class={`w-40 ${notOnPhones}`}>
                  <span
                    class="block h-2 min-w-px rounded-sm bg-accent"
                    style={{ width: `${((100 * table.bytes) / largest()).toFixed(1)}%` }}
                    aria-hidden="true"
                  />
                </WordsCell>
                <WordsCell class={`text-muted ${notOnPhones}`}>
                  {spanText(table) || unknown}
                </WordsCell>
              </tr>
            )}
          </For>
        </Grid>
      </div>
    </>
  )
}
