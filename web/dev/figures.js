// The page's own figures: size, first paint, long tasks while everything moves. `npm run figures`.
import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { openBrowser } from './browser.js'
import { openVenue } from './venue.js'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const watchedMs = 20_000
/** A trace begins with work of its own. */
const settledUs = 1_000_000

async function initialBytes() {
  const page = await readFile(`${dist}index.html`, 'utf8')
  const names = (await readdir(`${dist}assets`)).filter((name) => page.includes(name))
  const files = await Promise.all(names.map((name) => readFile(`${dist}assets/${name}`)))
  return [Buffer.from(page), ...files].reduce((sum, file) => sum + gzipSync(file).length, 0)
}

/** The tasks of the page's main thread: by the clock, and by the processor alone. */
function tasksOf(trace) {
  const { traceEvents } = JSON.parse(trace.toString())
  const painter = traceEvents.find((event) => event.name === 'UpdateLayoutTree')
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && pid === painter.pid && tid === painter.tid,
  )
  const from = Math.min(...tasks.map((task) => task.ts)) + settledUs
  const settled = tasks.filter((task) => task.ts > from)
  const most = (part) => Math.round(Math.max(0, ...settled.map((task) => task[part] ?? 0)) / 1_000)
  const busyMs = settled.reduce((sum, task) => sum + (task.tdur ?? 0), 0) / 1_000
  return {
    longestTaskMs: most('dur'),
    longestTaskCpuMs: most('tdur'),
    over50ms: settled.filter((task) => task.dur > 50_000).length,
    cpuShare: Math.round((busyMs / watchedMs) * 100) / 100,
  }
}

const venue = await openVenue({ stepMs: 100, past: 240 })
const browser = await openBrowser()
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`http://127.0.0.1:${venue.port}/?symbol=BTC-USD`)
  await page.waitForSelector('[data-testid=chart] canvas')
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  )
  await page.click('[data-testid=try-demo]')
  await page.waitForSelector('[data-testid=ticket-send]')
  await page.click('[data-testid=tab-positions]')
  await page.waitForTimeout(2_000)
  await browser.startTracing(page, { categories: ['devtools.timeline', 'toplevel'] })
  await page.waitForTimeout(watchedMs + settledUs / 1_000)
  const trace = await browser.stopTracing()
  process.stdout.write(
    `${JSON.stringify({
      initialKilobytesGzipped: Math.round((await initialBytes()) / 102.4) / 10,
      firstContentfulPaintMs: Math.round(paint),
      changesPerSecond: Number(await page.textContent('[data-testid=changes-per-second]')),
      lag: await page.textContent('[data-testid=lag]'),
      ...tasksOf(trace),
    })}\n`,
  )
} finally {
  await browser.close()
  await venue.close()
}
