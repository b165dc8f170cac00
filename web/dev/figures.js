// The page's own figures: size, first paint, long tasks while everything moves. `npm run figures`.
import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { openBrowser } from './browser.js'
import { openVenue } from './venue.js'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const watchedMs = 20_000

async function initialBytes() {
  const page = await readFile(`${dist}index.html`, 'utf8')
  const names = (await readdir(`${dist}assets`)).filter((name) => page.includes(name))
  const files = await Promise.all(names.map((name) => readFile(`${dist}assets/${name}`)))
  return [Buffer.from(page), ...files].reduce((sum, file) => sum + gzipSync(file).length, 0)
}

const venue = await openVenue({ stepMs: 100, past: 240 })
const browser = await openBrowser()
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.addInitScript(() => {
    window.longTasks = []
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        window.longTasks.push([startTime, duration])
      }
    }).observe({ type: 'longtask', buffered: true })
  })
  await page.goto(`http://127.0.0.1:${venue.port}/?symbol=BTC-USD`)
  await page.waitForSelector('[data-testid=chart] canvas')
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  )
  await page.click('[data-testid=try-demo]')
  await page.waitForSelector('[data-testid=ticket-send]')
  await page.click('[data-testid=tab-positions]')
  await page.waitForTimeout(2_000)
  const since = await page.evaluate(() => performance.now())
  await page.waitForTimeout(watchedMs)
  const tasks = await page.evaluate(
    (from) => window.longTasks.filter(([start]) => start >= from).map(([, ms]) => ms),
    since,
  )
  const rate = await page.textContent('[data-testid=changes-per-second]')
  const lag = await page.textContent('[data-testid=lag]')
  const atStart = await page.evaluate(
    (until) => window.longTasks.filter(([start]) => start < until).map(([, ms]) => ms),
    since,
  )
  process.stdout.write(
    `${JSON.stringify({
      initialKilobytesGzipped: Math.round((await initialBytes()) / 102.4) / 10,
      firstContentfulPaintMs: Math.round(paint),
      changesPerSecond: Number(rate),
      lag,
      longestTaskWhileMovingMs: Math.max(0, ...tasks),
      longTasksWhileMoving: tasks.length,
      longTasksAtStart: atStart,
    })}\n`,
  )
} finally {
  await browser.close()
  await venue.close()
}
