import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use, type EChartsCoreOption } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { token } from '../look/chartLook'

use([BarChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, CanvasRenderer])

/** The page's colours of now, as a picture needs them. */
export interface Palette {
  readonly axis: object
  readonly accent: string
  readonly muted: string
  readonly up: string
  readonly down: string
}

/** A picture in an element; follows its size until it is closed. */
export interface Picture {
  draw(option: (palette: Palette) => EChartsCoreOption): void
  close(): void
}

export function openPicture(element: HTMLElement): Picture {
  const chart = init(element)
  const resized = new ResizeObserver(() => chart.resize())
  resized.observe(element)
  return {
    draw(option) {
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches
      chart.setOption(
        {
          animation: !still,
          animationDuration: 120,
          animationDurationUpdate: 120,
          textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 11 },
          ...option(palette()),
        },
        { notMerge: true },
      )
    },
    close() {
      resized.disconnect()
      chart.dispose()
    },
  }
}

function palette(): Palette {
  const [line, muted] = [token('--line'), token('--muted')]
  return {
    axis: {
      nameGap: 26,
      nameTextStyle: { color: muted },
      axisLine: { lineStyle: { color: line } },
      axisLabel: { color: muted },
      splitLine: { lineStyle: { color: `${line}80` } },
    },
    accent: token('--accent'),
    muted,
    up: token('--up'),
    down: token('--down'),
  }
}
