import { For, Show, createMemo } from 'solid-js'
import { toNumber } from '../../../client/decimal'
import type { Instrument, Side } from '../../../client/shapes'
import { grouped, scaleOf } from '../../look/format'
import { roundSteps, stepLine, xOf, yOf, type DepthPoint, type Plane } from './depth'

interface DepthPictureProps {
  readonly market: Instrument
  readonly bids: readonly DepthPoint[]
  readonly asks: readonly DepthPoint[]
  readonly plane: Plane
  /** A share of the width; undefined when nothing points. */
  readonly pointer: number | undefined
}

/** The drawing itself: two staircases over a grid with units, 0 at the foot. */
export function DepthPicture(props: DepthPictureProps) {
  const line = (side: Side) =>
    stepLine(side === 'buy' ? props.bids : props.asks, props.plane, side)
  return (
    <svg class="absolute inset-0 size-full text-[11px]" aria-hidden="true">
      <Quantities plane={props.plane} />
      <Prices plane={props.plane} scale={scaleOf(props.market.tickSize)} />
      <Side line={line('buy')} plane={props.plane} edge={0} side="buy" />
      <Side line={line('sell')} plane={props.plane} edge={props.plane.width} side="sell" />
      <Middle {...props} />
      <Show when={props.pointer}>
        {(at) => (
          <line
            x1={at() * props.plane.width}
            x2={at() * props.plane.width}
            y1="0"
            y2={props.plane.height}
            class="stroke-muted"
            stroke-dasharray="3 3"
          />
        )}
      </Show>
    </svg>
  )
}

function Side(props: { line: string; plane: Plane; edge: number; side: Side }) {
  const colour = () =>
    props.side === 'buy' ? ['fill-up', 'stroke-up'] : ['fill-down', 'stroke-down']
  return (
    <Show when={props.line !== ''}>
      <path
        d={`${props.line}V${props.plane.height}Z`}
        class={`${colour()[0]} opacity-15`}
        data-testid={`depth-${props.side}`}
      />
      <path d={props.line} class={`fill-none ${colour()[1]}`} stroke-width="1.5" />
    </Show>
  )
}

/** The best prices and the gap between them. */
function Middle(props: DepthPictureProps) {
  const edges = createMemo(() =>
    [props.bids[0], props.asks[0]]
      .filter((point) => point !== undefined)
      .map((point) => xOf(props.plane, toNumber(point.price))),
  )
  const x = () => edges().reduce((sum, each) => sum + each, 0) / Math.max(1, edges().length)
  return (
    <line
      x1={x()}
      x2={x()}
      y1="0"
      y2={props.plane.height}
      class="stroke-edge"
      stroke-dasharray="1 3"
    />
  )
}

function Prices(props: { plane: Plane; scale: number }) {
  const marks = createMemo(() => {
    const { from, to, width } = props.plane
    return roundSteps(from, to, Math.max(2, width / 110)).map((price) => ({
      x: xOf(props.plane, price),
      text: grouped(price.toFixed(Math.min(20, props.scale))),
    }))
  })
  return (
    <>
      <For each={marks()}>
        {(mark) => (
          <>
            <line x1={mark.x} x2={mark.x} y1="0" y2={props.plane.height} class="stroke-line" />
            <Show when={mark.x > 28 && mark.x < props.plane.width - 28}>
              <text
                x={mark.x}
                y={props.plane.height + 14}
                text-anchor="middle"
                class="fill-muted tabular-nums"
              >
                {mark.text}
              </text>
            </Show>
          </>
        )}
      </For>
      <line
        x1="0"
        x2={props.plane.width}
        y1={props.plane.height}
        y2={props.plane.height}
        class="stroke-line"
      />
    </>
  )
}

/** Sizes on the left edge. */
function Quantities(props: { plane: Plane }) {
  const marks = createMemo(() =>
    roundSteps(0, props.plane.top, Math.max(2, props.plane.height / 70))
      .filter((quantity) => quantity > 0)
      .map((quantity) => ({ y: yOf(props.plane, quantity), text: grouped(String(quantity)) })),
  )
  return (
    <For each={marks()}>
      {(mark) => (
        <>
          <line x1="0" x2={props.plane.width} y1={mark.y} y2={mark.y} class="stroke-line" />
          <text x="6" y={mark.y - 4} class="fill-muted tabular-nums">
            {mark.text}
          </text>
        </>
      )}
    </For>
  )
}
