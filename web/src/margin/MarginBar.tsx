import { Show } from 'solid-js'
import type { AccountMargin } from '../../client/shapes'
import { unknown } from '../look/format'
import { marginLevel, standing } from './liquidation'

const looks = {
  free: { says: 'Nothing is in use', bar: 'fill-accent', text: '' },
  healthy: { says: 'Healthy', bar: 'fill-accent', text: '' },
  called: {
    says: 'Margin call: bring in money or close positions',
    bar: 'fill-warning',
    text: 'text-warning',
  },
  liquidated: {
    says: 'Below maintenance: positions are being closed',
    bar: 'fill-danger',
    text: 'text-danger-text',
  },
} as const

/**
 * How much of the equity is in use and how much has to stay; beyond the right edge, where use
 * exceeds equity, the account is called.
 */
export function MarginBar(props: { line: AccountMargin }) {
  const level = () => marginLevel(props.line.equity, props.line.initialMargin)
  const state = () =>
    standing(props.line.equity, props.line.initialMargin, props.line.maintenanceMargin)
  const share = (part: string) => {
    const equity = Number(props.line.equity)
    const of = equity > 0 ? (Number(part) / equity) * 100 : Number(part) > 0 ? 100 : 0
    return `${Math.min(100, of).toFixed(2)}%`
  }
  const said = () => {
    const now = level()
    return now === undefined ? unknown : `${now.toFixed(0)} %`
  }
  return (
    <div class="mt-1.5 flex items-center gap-3" data-testid="margin-bar" data-standing={state()}>
      <svg class="h-2 min-w-0 flex-1 rounded-sm" role="img" aria-label={`Margin level ${said()}`}>
        <rect width="100%" height="100%" class="fill-raised" />
        <rect width={share(props.line.initialMargin)} height="100%" class={looks[state()].bar} />
        <Show when={state() !== 'free'}>
          <rect
            x={share(props.line.maintenanceMargin)}
            width="2"
            height="100%"
            class="fill-danger"
          />
        </Show>
      </svg>
      <span class="shrink-0 text-muted">
        Level{' '}
        <span class="live-value text-text tabular-nums" data-testid="margin-level">
          {said()}
        </span>
        <span class={looks[state()].text}> · {looks[state()].says}</span>
      </span>
    </div>
  )
}
