import { For, Match, Show, Switch, createMemo, createSignal } from 'solid-js'
import { age, dayTime } from '../look/format'
import { createPolled } from '../look/polled'
import { Empty, Failed, Skeleton } from '../look/states'
import { useTerminal } from '../terminal'
import { safeLink, type Item } from './news'

const everyMs = 30_000
const limit = 100

/** Headlines, of all or of the market on the screen. */
export function News() {
  const { instrument } = useTerminal()
  const [here, setHere] = createSignal(false)
  const about = createMemo(() => (here() ? (instrument()?.symbol ?? '') : ''))
  return (
    <div class="flex flex-col gap-3 p-4 max-wide:px-3" data-testid="news">
      <div class="flex" role="radiogroup" aria-label="News about">
        <For each={[false, true]}>
          {(each) => (
            <button
              type="button"
              role="radio"
              class="quiet"
              aria-checked={here() === each}
              onClick={() => setHere(each)}
              data-testid={each ? 'news-here' : 'news-all'}
            >
              {each ? `About ${instrument()?.symbol ?? 'this market'}` : 'All'}
            </button>
          )}
        </For>
      </div>
      {/* An array is keyed also while nothing is chosen. */}
      <For each={[about()]}>{(symbol) => <Headlines about={symbol} />}</For>
    </div>
  )
}

function Headlines(props: { about: string }) {
  const { rest } = useTerminal()
  const news = createPolled(async () => {
    const query = props.about === '' ? { limit } : { limit, symbol: props.about }
    return (await rest.call('listNews', { query })).items
  }, everyMs)
  const failure = () => {
    const now = news.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  return (
    <Switch fallback={<Skeleton rows={8} />}>
      <Match when={failure()}>
        {(why) => (
          <Failed
            what="The news could not be read."
            failure={why()}
            retry={() => void news.load()}
          />
        )}
      </Match>
      <Match when={news.value()?.length === 0}>
        <Empty
          says={
            props.about === ''
              ? 'No headline has come in. They appear here once a source of news is set up.'
              : `No headline names ${props.about}.`
          }
        />
      </Match>
      <Match when={news.value()}>
        {(items) => (
          <ul class="flex max-w-4xl flex-col divide-y divide-line">
            <For each={items()}>{(item) => <Headline item={item} />}</For>
          </ul>
        )}
      </Match>
    </Switch>
  )
}

function Headline(props: { item: Item }) {
  const { connection } = useTerminal()
  const link = () => safeLink(props.item.link)
  return (
    <li class="py-2" data-testid="news-item">
      <Show when={link()} fallback={<p class="font-semibold">{props.item.headline}</p>}>
        {(href) => (
          <a
            class="font-semibold underline decoration-edge underline-offset-2"
            href={href()}
            target="_blank"
            rel="noopener noreferrer"
          >
            {props.item.headline}
            <span aria-hidden="true"> ↗</span>
            <span class="sr-only"> (opens elsewhere)</span>
          </a>
        )}
      </Show>
      <Show when={props.item.summary !== ''}>
        <p class="line-clamp-2 text-digits">{props.item.summary}</p>
      </Show>
      <p class="text-[12px] text-muted">
        {props.item.source} ·{' '}
        <time title={`${dayTime(props.item.time)} UTC`}>
          {age(connection.platformNow() - Date.parse(props.item.time))} ago
        </time>
        <Show when={props.item.symbols.length > 0}> · {props.item.symbols.join(', ')}</Show>
      </p>
    </li>
  )
}
