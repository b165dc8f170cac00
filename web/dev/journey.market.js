// Markets in a real browser: sparklines, book, depth, time and sales, events, silence.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { at, moves, open, openAsDemo, phone, result, stage, takeTheStage } from './stage.js'

takeTheStage()

describe('the watchlist', () => {
  it('draws the last day of every market in sight', async () => {
    await open()
    for (const symbol of ['BTC-USD', 'ACME']) {
      const line = stage.page.locator(`[data-symbol=${symbol}] [data-testid=spark]`)
      await line.and(stage.page.locator('[d*=L]')).waitFor({ state: 'attached' })
      const change = stage.page.locator(`[data-symbol=${symbol}] [data-testid=change]`)
      assert.match(await change.innerText(), /^([▴▾] [+−])?\d+\.\d\d %$/)
    }
  })

  it('draws only what is in sight of two thousand, and its keys reach the last', async () => {
    await open('/', undefined, (page) =>
      page.route('**/v1/instruments', async (route) => {
        const list = await (await route.fetch()).json()
        const [like] = list.items
        const more = Array.from({ length: 2_000 }, (_, i) => ({
          ...like,
          symbol: `MADE-${String(i).padStart(4, '0')}`,
        }))
        await route.fulfill({ json: { ...list, items: [...list.items, ...more] } })
      }),
    )
    const rows = at('watchlist').locator('[role=option]')
    await rows.first().waitFor()
    assert.ok((await rows.count()) < 40)
    await stage.page.keyboard.press('g')
    await stage.page.keyboard.press('m')
    await stage.page.waitForSelector('[data-symbol=BTC-USD]:focus')
    await stage.page.keyboard.press('End')
    await stage.page.waitForSelector('[data-symbol="OKX:BTC-USDT"]:focus')
    await stage.page.keyboard.press('Home')
    await stage.page.waitForSelector('[data-symbol=BTC-USD]:focus')
    assert.ok((await rows.count()) < 40)
  })
})

describe('the book', () => {
  it('puts a price into the ticket: to take it, with Shift to wait there', async () => {
    await openAsDemo('/?symbol=GLOBEX')
    await stage.page.locator('[aria-label=Offers] [data-price]').nth(2).click()
    assert.match(await at('ticket-price').inputValue(), /^\d+\.\d\d$/)
    await stage.page.waitForSelector('[data-testid=ticket-buy][aria-checked=true]')
    await stage.page.locator('[aria-label=Bids] [data-price]').nth(2).click()
    await stage.page.waitForSelector('[data-testid=ticket-sell][aria-checked=true]')
    await stage.page.locator('[aria-label=Bids] [data-price]').nth(2)
      .click({ modifiers: ['Shift'] })
    await stage.page.waitForSelector('[data-testid=ticket-buy][aria-checked=true]')
    await stage.page.waitForSelector('[data-testid=ticket-quantity]:focus')
  })

  it('shows where one’s own order waits', async () => {
    await openAsDemo('/?symbol=GLOBEX')
    await stage.page.locator('[aria-label=Bids] [data-price]').nth(3)
      .click({ modifiers: ['Shift'] })
    await at('ticket-quantity').fill('5')
    await at('ticket-send').click()
    await result('step', 'acknowledged')
    await at('own-level').first().waitFor()
  })

  it('says why there is none', async () => {
    await open('/?symbol=BITSTAMP:XRP-USD')
    await at('book').getByText('BITSTAMP has not sent a whole book').waitFor()
  })

  it('of a venue that has gone quiet is shown as old', async () => {
    await open('/?symbol=OKX:BTC-USDT')
    await at('book').getByText(/1\d min old/).waitFor()
    assert.equal(await at('book').getAttribute('data-stale'), 'true')
    assert.equal(await at('watchlist').getAttribute('data-stale'), 'false')
  })
})

describe('the depth', () => {
  it('is drawn on both sides and read under the pointer and by the keys', async () => {
    await open()
    await at('chart-depth').click()
    await at('depth-buy').waitFor({ state: 'attached' })
    await at('depth-sell').waitFor({ state: 'attached' })
    const { width, height } = await at('depth-picture').boundingBox()
    await at('depth-picture').hover({ position: { x: width * 0.3, y: height / 2 } })
    await at('depth-reading').getByText('Bids down to').waitFor()
    await at('depth-picture').hover({ position: { x: width * 0.8, y: height / 2 } })
    await at('depth-reading').getByText('Offers up to').waitFor()
    await stage.page.mouse.move(1, 1)
    await at('depth-reading').waitFor({ state: 'detached' })
    await stage.page.keyboard.press('g')
    await stage.page.keyboard.press('d')
    await stage.page.waitForSelector('[data-testid=depth-picture]:focus')
    await stage.page.keyboard.press('Shift+ArrowLeft')
    await at('depth-reading').getByText('Bids down to').waitFor()
  })
})

describe('time and sales', () => {
  it('moves with the market, and stands still under the pointer', async () => {
    await open()
    const first = at('trade-row').first()
    await first.waitFor()
    await moves(first)
    await at('trades').locator('[role=rowgroup]').hover()
    await at('trades-waiting').waitFor()
    const shown = await first.getAttribute('data-trade')
    await moves(at('trades-waiting'))
    assert.equal(await first.getAttribute('data-trade'), shown)
    await stage.page.mouse.move(700, 5)
    await at('trades-waiting').waitFor({ state: 'detached' })
    assert.notEqual(await first.getAttribute('data-trade'), shown)
  })
})

describe('a sports share', () => {
  it('tells of the match, and of a goal when it falls', async () => {
    await open('/?symbol=RATEL-FC')
    await at('events').getByText("63' Goal 2–1").waitFor()
    stage.venue.goal()
    await at('events').getByText("64' Goal 3–1").waitFor()
    await stage.page.goto(`http://127.0.0.1:${stage.venue.port}/?symbol=BTC-USD`)
    await stage.page.waitForSelector('[data-testid=chart] canvas')
    assert.equal(await at('events').count(), 0)
  })
})

describe('the status bar', () => {
  it('says how far the page is behind the platform', async () => {
    await open()
    await at('lag').getByText(/^\d+ ms$/).waitFor()
    await at('changes-per-second').getByText(/^[1-9]\d*$/).waitFor()
  })
})

describe('a venue that falls silent', () => {
  it('is shown as silent, its values as old, and as live again when it speaks', async () => {
    await open()
    await at('lag').getByText(/ms/).waitFor()
    stage.venue.faults.silent = true
    await stage.page.waitForSelector('html[data-stale=true]')
    await at('connection').getByText('No answer').waitFor()
    await at('book').getByText(/\d s old/).waitFor()
    stage.venue.faults.silent = false
    await stage.page.waitForSelector('html[data-stale=false]', { timeout: 30_000 })
  })
})

describe('the keyboard', () => {
  it('finds a market, takes a price of its book and trades it, without a mouse', async () => {
    await openAsDemo()
    const press = (...keys) =>
      keys.reduce((before, key) => before.then(() => stage.page.keyboard.press(key)),
        Promise.resolve())
    await press('Escape', '/')
    await stage.page.keyboard.type('globex')
    await press('Enter')
    await stage.page.waitForURL(/symbol=GLOBEX/)
    await stage.page.waitForSelector('[aria-label=Bids] [data-price]')
    await press('Escape', 'g', 'b')
    await stage.page.waitForSelector('[data-price]:focus')
    await press('ArrowDown', 'ArrowDown', 'Shift+Enter')
    await stage.page.waitForSelector('[data-testid=ticket-quantity]:focus')
    await stage.page.keyboard.type('3')
    await press('Enter')
    await result('step', 'acknowledged')
    assert.equal(stage.venue.account.orders.length, 1)
    await press('Escape', 's')
    await stage.page.keyboard.type('1')
    await press('Shift+Tab')
    await stage.page.waitForSelector('[data-testid=ticket-price]:focus')
    await stage.page.keyboard.type('900')
    await press('Enter')
    await stage.page.waitForFunction(() => document.querySelector('[data-step=refused]') !== null)
  })
})

describe('a phone', () => {
  it('shows book and trades together and nothing beyond its edge', async () => {
    await open('/?symbol=BTC-USD', phone)
    await at('panel-book').click()
    await at('trade-row').first().waitFor()
    await stage.page.locator('[aria-label=Bids] [data-price]').first().waitFor()
    await at('panel-chart').click()
    await at('chart-depth').click()
    await at('depth-buy').waitFor({ state: 'attached' })
    for (const panel of ['markets', 'chart', 'book', 'trade', 'orders']) {
      await at(`panel-${panel}`).click()
      const beyond = await stage.page.evaluate(() =>
        [...document.querySelectorAll('main button, header button, main select')]
          .filter((each) => each.checkVisibility() && !each.closest('[role=tablist]'))
          .filter((each) => each.getBoundingClientRect().right > innerWidth)
          .map((each) => each.textContent),
      )
      assert.deepEqual(beyond, [], panel)
    }
  })
})
