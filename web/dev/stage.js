// What all journeys share: a browser, a venue for each, and a page that must not complain.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach } from 'node:test'
import { openBrowser } from './browser.js'
import { openVenue } from './venue.js'

/** The venue and the page of the journey that is under way. */
export const stage = { venue: undefined, page: undefined }

export const phone = { width: 360, height: 740 }
const desk = { width: 1440, height: 900 }

let browser
let complaints

/** Makes each journey of a file start with a venue that moves, and end without a complaint. */
export function takeTheStage(venue = {}) {
  before(async () => {
    browser = await openBrowser()
  })
  after(() => browser.close())
  beforeEach(async () => {
    stage.venue = await openVenue({ stepMs: 100, ...venue })
  })
  afterEach(async () => {
    await stage.page.close()
    await stage.venue.close()
    assert.deepEqual(complaints, [], 'the browser had nothing to complain about')
  })
}

export const at = (id) => stage.page.locator(`[data-testid=${id}]`)

export const result = (attribute, value) =>
  stage.page.waitForSelector(`[data-testid=ticket-result][data-${attribute}=${value}]`)

export async function open(path = '/?symbol=BTC-USD', viewport = desk, prepare = undefined) {
  const page = await browser.newPage({ viewport })
  stage.page = page
  complaints = []
  page.on('console', (message) => {
    const expected = /Failed to load resource|WebSocket connection/.test(message.text())
    if (message.type() === 'error' && !expected) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error.stack)))
  await prepare?.(page)
  await page.goto(`http://127.0.0.1:${stage.venue.port}${path}`)
  await page.waitForSelector('[data-link=connected]')
}

export async function openAsDemo(path, viewport) {
  await open(path, viewport)
  if (viewport === phone) await at('panel-trade').click()
  await at('try-demo').click()
  await at('ticket-send').waitFor()
  await stage.page.waitForFunction(() =>
    document.querySelector('[data-testid=ticket-preview]')?.textContent?.includes('000'),
  )
}

export async function writeLimit(side, price, quantity) {
  await at(`ticket-${side}`).click()
  await at('ticket-type').selectOption('limit')
  await at('ticket-price').fill(price)
  await at('ticket-quantity').fill(quantity)
}

export async function buyAtMarket(quantity) {
  await at('ticket-type').selectOption('market')
  await at('ticket-quantity').fill(quantity)
  await at('ticket-send').click()
  await result('status', 'filled')
}

/** Waits until what is shown there is another than it was. */
export async function moves(locator) {
  const before = await locator.innerText()
  await stage.page.waitForFunction(
    ([element, text]) => element.innerText !== text,
    [await locator.elementHandle(), before],
  )
}
