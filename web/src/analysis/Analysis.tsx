import { Match, Switch } from 'solid-js'
import type { AnalysisPart } from '../frame/frame'
import { Parts } from '../frame/Parts'
import { useTerminal } from '../terminal'
import { Calculators } from './calculators/Calculators'
import { Performance } from './performance/Performance'
import { RiskPage } from './risk/RiskPage'

const parts: readonly (readonly [AnalysisPart, string])[] = [
  ['risk', 'Risk'],
  ['performance', 'Performance'],
  ['calculators', 'Calculators'],
]

/** Figures: what the account may lose, how it has done, and every function there is. */
export default function Analysis() {
  const { frame } = useTerminal()
  return (
    <Parts
      title="Analysis"
      testid="analysis"
      prefix="analysis"
      parts={parts}
      shown={frame.analysisPart()}
      show={(part) => frame.analyse(part)}
    >
      <Switch>
        <Match when={frame.analysisPart() === 'risk'}>
          <RiskPage />
        </Match>
        <Match when={frame.analysisPart() === 'performance'}>
          <Performance />
        </Match>
        <Match when={frame.analysisPart() === 'calculators'}>
          <Calculators />
        </Match>
      </Switch>
    </Parts>
  )
}
