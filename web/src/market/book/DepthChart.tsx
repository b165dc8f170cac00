import { Match, Show, Switch, createMemo, createSignal, on, type Accessor } from 'solid-js'
import { toNumber, zero, type Decimal } from '../../../client/decimal'
import type { Instrument } from '../../../client/shapes'
import { createBox } from '../../look/box'
import { Empty, Skeleton } from '../../look/states'
import { useTerminal } from '../../terminal'
import { followBook, whyNoBook } from './books'
import { DepthPicture } from './DepthPicture'
import { DepthReading, DepthSummary } from './DepthWords'
import {
  cumulate,
  highest,
  midOf,
  reachOf,
  roundAbove,
  type DepthPoint,
  type Plane,
} from './depth'
import type { MarketBook } from '../reducers'

/** How far the middle may leave the centre, as a share of what is shown on a side. */
const leeway = 0.15
const axisHeight = 20
const zoomStep = 1.5

/** How much stands on either side, added up from the middle; the book is its table. */
export function DepthChart() {
  const { topics, instrument } = useTerminal()
  const book = followBook(topics, () => instrument()?.symbol)
  const known = () => {
    const [market, now] = [instrument(), book.value()]
    return market === undefined || now === undefined ? undefined : { market, book: now }
  }
  const without = () => {
    const now = known()
    return now === undefined ? undefined : whyNoBook(now.market, now.book)
  }
  return (
    <Switch fallback={<Skeleton rows={10} />}>
      <Match when={book.refused()}>
        {(error) => <Empty says={`The depth is not available: ${error().message}`} />}
      </Match>
      <Match when={without()}>{(why) => <Empty says={why()} />}</Match>
      <Match when={known()}>{(now) => <Depth market={now().market} book={now().book} />}</Match>
    </Switch>
  )
}

interface DepthProps {
  readonly market: Instrument
  readonly book: MarketBook
}

/**
 * The part of the book that is drawn: around the middle, as far as the zoom says. It stands still
 * while the market moves within it: the reach is measured once a market, the centre follows when
 * the middle has left it, and the height goes from one round number to the next.
 */
function createPlane(props: DepthProps, depth: Depths, zoom: Accessor<number>) {
  const [box, watch] = createBox()
  const symbol = createMemo(() => props.market.symbol)
  const known = createMemo(() => depth.mid() !== undefined)
  const reach = createMemo(
    on([symbol, known], () => {
      const mid = depth.mid()
      return mid === undefined ? 0 : reachOf(depth.bids(), depth.asks(), mid)
    }),
  )
  const half = () => reach() * zoom()
  const centre = createMemo<number>((before) => {
    const mid = toNumber(depth.mid() ?? zero)
    return Math.abs(mid - before) > half() * leeway ? mid : before
  }, Number.NEGATIVE_INFINITY)
  const plane = createMemo<Plane>(() => {
    const [from, to] = [centre() - half(), centre() + half()]
    const most = Math.max(highest(depth.bids(), from, to), highest(depth.asks(), from, to))
    const { width, height } = box()
    return { width, height: Math.max(0, height - axisHeight), from, to, top: roundAbove(most) }
  })
  return [plane, watch] as const
}

interface Depths {
  readonly bids: Accessor<readonly DepthPoint[]>
  readonly asks: Accessor<readonly DepthPoint[]>
  readonly mid: Accessor<Decimal | undefined>
}

function createDepths(props: DepthProps): Depths {
  const bids = createMemo(() => cumulate(props.book.bids))
  const asks = createMemo(() => cumulate(props.book.asks))
  const best = () => [bids()[0]?.price, asks()[0]?.price] as const
  return { bids, asks, mid: createMemo(() => midOf(...best()) ?? best()[0] ?? best()[1]) }
}

function Depth(props: DepthProps) {
  const depth = createDepths(props)
  const { bids, asks, mid } = depth
  const [zoom, setZoom] = createSignal(1)
  const [plane, watch] = createPlane(props, depth, zoom)
  /** Where the pointer or the keys are, as a share of the width; undefined when nowhere. */
  const [at, setAt] = createSignal<number | undefined>()
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -0.01, ArrowRight: 0.01 }[event.key]
    if (step !== undefined) {
      const moved = (at() ?? 0.5) + step * (event.shiftKey ? 10 : 1)
      setAt(Math.min(1, Math.max(0, moved)))
    } else if (event.key === '+' || event.key === '=') setZoom((now) => now / zoomStep)
    else if (event.key === '-') setZoom((now) => now * zoomStep)
    else if (event.key === 'Escape' && at() !== undefined) setAt(undefined)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div class="flex min-h-0 flex-1 flex-col" data-testid="depth">
      <DepthSummary
        market={props.market}
        bids={bids()}
        asks={asks()}
        narrow={() => setZoom((now) => now / zoomStep)}
        widen={() => setZoom((now) => now * zoomStep)}
      />
      <div
        ref={watch}
        class="live-value relative min-h-0 flex-1 cursor-crosshair touch-pan-y"
        role="img"
        tabindex="0"
        aria-label={`Depth of ${props.market.symbol}; the arrow keys read it, plus and minus zoom`}
        onPointerMove={(event) => {
          const { left, width } = event.currentTarget.getBoundingClientRect()
          setAt(Math.min(1, Math.max(0, (event.clientX - left) / width)))
        }}
        onPointerLeave={() => setAt(undefined)}
        onKeyDown={onKeyDown}
        data-testid="depth-picture"
      >
        <Show when={plane().width > 0 && mid()}>
          <DepthPicture
            market={props.market}
            bids={bids()}
            asks={asks()}
            plane={plane()}
            pointer={at()}
          />
        </Show>
        <Show when={at() !== undefined && mid()}>
          {(middle) => (
            <DepthReading
              market={props.market}
              bids={bids()}
              asks={asks()}
              mid={middle()}
              price={plane().from + (at() ?? 0) * (plane().to - plane().from)}
              left={(at() ?? 0) < 0.5}
            />
          )}
        </Show>
      </div>
    </div>
  )
}
