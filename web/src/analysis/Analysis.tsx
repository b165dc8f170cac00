import { For, Match, Switch } from 'solid-js'
import type { AnalysisPart } from '../frame/frame'
import { useTerminal } from '../terminal'
import { Calculators } from './calculators/Calculators'
import { RiskPage } from './risk/RiskPage'

const parts: readonly (readonly [AnalysisPart, string])[] = [
  ['risk', 'Risk'],
  ['calculators', 'Calculators'],
]

/** Figures: what the account may lose, and every function there is. */
export default function Analysis() {
  const { frame } = useTerminal()
  return (
    <main class="flex min-h-0 flex-1 flex-col bg-panel" data-testid="analysis">
      <header
        class="flex min-h-10 shrink-0 items-center gap-1 overflow-x-auto border-b border-line px-3"
      >
        <h2 class="mr-2 font-semibold max-wide:sr-only">Analysis</h2>
        <div class="flex" role="tablist" aria-label="Analysis">
          <For each={parts}>
            {([each, name]) => (
              <button
                type="button"
                role="tab"
                class="quiet"
                aria-selected={frame.analysisPart() === each}
                onClick={() => frame.analyse(each)}
                data-testid={`analysis-${each}`}
              >
                {name}
              </button>
            )}
          </For>
        </div>
        <button
          type="button"
          class="quiet ml-auto"
          aria-label="Back to trading"
          onClick={() => frame.look('trade')}
          data-testid="analysis-close"
        >
          <span class="max-wide:hidden">Back to trading</span>
          <span class="wide:hidden" aria-hidden="true">
            ×
          </span>
        </button>
      </header>
      <div class="min-h-0 flex-1 overflow-auto" role="tabpanel">
        <Switch>
          <Match when={frame.analysisPart() === 'risk'}>
            <RiskPage />
          </Match>
          <Match when={frame.analysisPart() === 'calculators'}>
            <Calculators />
          </Match>
        </Switch>
      </div>
    </main>
  )
}
