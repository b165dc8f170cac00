import { Match, Suspense, Switch, lazy } from 'solid-js'
import { CancelOrders } from '../account/blotter/CancelOrders'
import { useTerminal } from '../terminal'
import { Palette } from './Palette'
import { ShortcutSheet } from './ShortcutSheet'

const AlertsDialog = lazy(() => import('../alert/AlertsDialog'))
const IndicatorsDialog = lazy(() => import('../market/indicator/IndicatorsDialog'))
const SecurityDialog = lazy(() => import('../account/security/SecurityDialog'))
const AccountDialog = lazy(() => import('../account/settings/AccountDialog'))
const PoolsDialog = lazy(() => import('../pool/PoolsDialog'))

export function Overlays() {
  const { frame, instrument } = useTerminal()
  return (
    <Switch>
      <Match when={frame.overlay() === 'palette'}>
        <Palette />
      </Match>
      <Match when={frame.overlay() === 'shortcuts'}>
        <ShortcutSheet />
      </Match>
      <Match when={frame.overlay() === 'cancel-all'}>
        <CancelOrders />
      </Match>
      <Match when={frame.overlay() === 'account'}>
        <Suspense>
          <AccountDialog />
        </Suspense>
      </Match>
      <Match when={frame.overlay() === 'pools'}>
        <Suspense>
          <PoolsDialog />
        </Suspense>
      </Match>
      <Match when={frame.overlay() === 'alerts'}>
        <Suspense>
          <AlertsDialog />
        </Suspense>
      </Match>
      <Match when={frame.overlay() === 'indicators'}>
        <Suspense>
          <IndicatorsDialog />
        </Suspense>
      </Match>
      <Match when={frame.overlay() === 'security'}>
        <Suspense>
          <SecurityDialog />
        </Suspense>
      </Match>
      <Match when={frame.overlay() === 'cancel-here'}>
        <CancelOrders symbol={instrument()?.symbol ?? ''} />
      </Match>
    </Switch>
  )
}
