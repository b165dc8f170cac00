import type { ChartOptions, DeepPartial } from 'lightweight-charts'

/** A colour of the page by its name, as the present theme has it. */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

/** What all charts of the page have in common, in the present theme. */
export function chartLook(): DeepPartial<ChartOptions> {
  const [line, muted, edge] = [token('--line'), token('--muted'), token('--edge')]
  return {
    layout: {
      background: { color: token('--panel') },
      textColor: muted,
      fontFamily: getComputedStyle(document.body).fontFamily,
      fontSize: 11,
      panes: { separatorColor: line, separatorHoverColor: edge },
    },
    localization: { locale: 'en-GB' },
    grid: { vertLines: { color: `${line}80` }, horzLines: { color: `${line}80` } },
    rightPriceScale: { borderColor: line },
    timeScale: { borderColor: line },
    crosshair: {
      vertLine: { color: muted, labelBackgroundColor: edge },
      horzLine: { color: muted, labelBackgroundColor: edge },
    },
  }
}
