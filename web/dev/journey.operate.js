// The operator's screens in a real browser; what they send is caught on its way.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { at, open, openAsDemo, stage, takeTheStage } from './stage.js'

takeTheStage()

const checked = {
  balances: 1204, orders: 88231, fills: 45120, postings: 180442, positions: 310, instruments: 6,
}
const wrong = {
  kind: 'balance', table: 'projection.balances', key: '1000001/USD', field: 'total',
  expected: '10.00', found: '9.00', mend: './ratel mend balances',
}

/** Signs in as one who operates; every request that changes something is answered here. */
async function openAsOperator(breaks = []) {
  const sent = []
  await open('/?symbol=BTC-USD', undefined, async (page) => {
    await page.route('**/v1/me', (route) =>
      route.fulfill({ json: { userId: '1', email: 'op@ratel.local', role: 'OPERATOR' } }))
    await page.route('**/v1/reconciliation', (route) => {
      const report = { sequence: 171617, time: '2026-11-21T21:26:43Z', checked, breaks }
      return route.fulfill({ json: { ...report, breakCount: breaks.length } })
    })
    await page.route(/\/v1\/(kill-switches|instruments\/)/, (route) => {
      const request = route.request()
      const path = new URL(request.url()).pathname
      sent.push([request.method(), path, request.postDataJSON()])
      return route.fulfill({ json: { sequence: 7 } })
    })
  })
  await at('try-demo').click()
  await at('operate-open').click()
  await at('operate').waitFor()
  return sent
}

describe('a trader', () => {
  it('sees nothing to operate', async () => {
    await openAsDemo()
    await stage.page.waitForLoadState('networkidle')
    assert.equal(await at('operate-open').count(), 0)
  })
})

describe('an operator', () => {
  it('stops a market by a button that says so, asked once more', async () => {
    const sent = await openAsOperator()
    await stage.page.locator('[data-market=ETH-USD]').click()
    await at('kill-instrument').dblclick()
    await at('kill-instrument-confirm').waitFor()
    assert.deepEqual(sent, [])
    await at('kill-instrument-confirm')
      .getByText('Stop ETH-USD and cancel all open orders there')
      .click()
    await at('kill-instrument-done').getByText('Stopped ETH-USD at event 7').waitFor()
    assert.deepEqual(sent, [['PUT', '/v1/kill-switches/instrument/ETH-USD', { engaged: true }]])
    await at('operate-venue').click()
    await at('unkill-venue').click()
    await at('unkill-venue-done').waitFor()
    assert.deepEqual(sent[1], ['PUT', '/v1/kill-switches/venue/venue', { engaged: false }])
  })

  it('keeps the market when the question is left', async () => {
    const sent = await openAsOperator()
    await at('kill-instrument').click()
    await stage.page.getByText('Leave it').click()
    await at('kill-instrument').waitFor()
    assert.deepEqual(sent, [])
  })

  it('sets a week, tells a mark and splits a share', async () => {
    const sent = await openAsOperator()
    await stage.page.locator('[data-market=ACME]').click()
    await at('operate-part-calendar').click()
    await at('calendar-add').click()
    await at('calendar-0-day').selectOption('4')
    await at('calendar-0-time').fill('16:30')
    await at('calendar-0-state').selectOption('closed')
    await at('calendar-set').click()
    await at('calendar-set-done').waitFor()
    await at('operate-part-prices').click()
    await at('mark-last').fill('123.40')
    await at('mark-send').click()
    await at('mark-send-done').waitFor()
    await at('operate-part-actions').click()
    await at('action-numerator').fill('7')
    await at('action-send').click()
    await at('action-send-confirm').getByText('Split ACME 7 for 1').click()
    await at('action-send-done').waitFor()
    const path = '/v1/instruments/ACME'
    const changes = [{ minuteOfWeek: 4 * 1440 + 990, state: 'closed' }]
    assert.deepEqual(sent, [
      ['PUT', `${path}/calendar`, { changes, closedDays: [] }],
      ['POST', `${path}/marks`, { last: '123.40' }],
      ['POST', `${path}/corporate-actions`, { kind: 'split', numerator: 7, denominator: 1 }],
    ])
  })

  it('is told that everything agrees', async () => {
    await openAsOperator()
    await at('operate-reconciliation').click()
    await at('reconciliation-result').getByText('No breaks').waitFor()
    assert.match(await at('checked-postings').innerText(), /180,442/)
  })

  it('is told what does not agree, and what mends it', async () => {
    await openAsOperator([wrong])
    await at('operate-reconciliation').click()
    await at('reconciliation-result').getByText('1 break').waitFor()
    const row = await at('break-row').innerText()
    for (const part of ['1000001/USD', '10.00', '9.00', './ratel mend balances', 'Copy']) {
      assert.ok(row.includes(part), `${part} is in ${row}`)
    }
  })
})
