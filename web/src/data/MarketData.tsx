import { Match, Switch } from 'solid-js'
import { Parts } from '../frame/Parts'
import { useTerminal } from '../terminal'
import type { DataPart } from '../frame/frame'
import { Due } from './Due'
import { Feeds } from './Feeds'
import { Gaps } from './Gaps'
import { News } from './News'
import { SeriesList } from './SeriesList'

const parts: readonly (readonly [DataPart, string])[] = [
  ['feeds', 'Feeds'],
  ['gaps', 'Gaps'],
  ['news', 'News'],
  ['calendar', 'Calendar'],
  ['series', 'Series'],
]

/** What stands behind the prices, for anybody: sources, gaps, news, what is due, series. */
export default function MarketData() {
  const { frame } = useTerminal()
  return (
    <Parts
      title="Market data"
      testid="market-data"
      prefix="data"
      parts={parts}
      shown={frame.dataPart()}
      show={(part) => frame.showData(part)}
    >
      <Switch>
        <Match when={frame.dataPart() === 'feeds'}>
          <Feeds />
        </Match>
        <Match when={frame.dataPart() === 'gaps'}>
          <Gaps />
        </Match>
        <Match when={frame.dataPart() === 'news'}>
          <News />
        </Match>
        <Match when={frame.dataPart() === 'calendar'}>
          <Due />
        </Match>
        <Match when={frame.dataPart() === 'series'}>
          <SeriesList />
        </Match>
      </Switch>
    </Parts>
  )
}
