import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { aVisitor, silent, type Visitor } from './browser.ts'
import { signInAs } from './coming-in.ts'

let thandi: Visitor

beforeAll(async () => {
  thandi = await aVisitor()
  await signInAs(thandi.page, 'thandi')
}, 120_000)
afterAll(() => thandi?.leave())

const HERE = '/organise/programs/one-season/pairing'

// A draft is there once its heading is; pairing takes a moment.
const draft = () => thandi.page.getByRole('heading', { name: /have a mentor$/ }).waitFor({ timeout: 60_000 })
const rowOf = (name: string) => thandi.page.getByRole('article').filter({ hasText: name }).first()

// For longer than it is tried again by itself.
async function stuck() {
  const client = new pg.Client({ connectionString: inject('database') })
  await client.connect()
  await client.query(
    "update pairings set state = 'running', step = 1, moved_at = now() - interval '2 hours' where state = 'ready'",
  )
  await client.end()
}

describe('an organiser who pairs a program', { timeout: 180_000 }, () => {
  it('presses one button, and reads who would be with whom, and why', async () => {
    const { page } = thandi
    await page.goto(HERE)
    await page.getByRole('button', { name: /^Pair (everybody|the rest anew)$/ }).click()
    await page.waitForURL('**?did=pair')
    await draft()
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toBe('All 14 have a mentor')
    expect(await rowOf('Nodira Yusupova').textContent()).toContain('which Nodira wants to learn')
    expect(await page.getByRole('img', { name: /^14 pairs, drawn as lines/ }).isVisible()).toBe(true)
    expect(await page.getByRole('article').count()).toBe(14)
  })

  it('reads how it was proved', async () => {
    const { page } = thandi
    await page.getByRole('link', { name: 'that is proved' }).click()
    await page.getByText('Checked again, this moment: it holds').waitFor()
  })

  it('sees what another mentor would cost the others, chooses one by hand, and the rest is paired around them', async () => {
    const { page } = thandi
    await page.goto(`${HERE}/move?who=nodira`)
    const other = page.getByRole('listitem').filter({ hasText: 'It costs the others' }).first()
    const name = await other.getByRole('heading').getByRole('link').textContent()
    await other.getByRole('button', { name: /^Choose/ }).click()
    await page.waitForURL('**?did=move')
    await draft()
    const row = await rowOf('Nodira Yusupova').textContent()
    expect(row).toContain(`with ${name}`)
    expect(row).toContain('By hand')
    expect(row).toContain('Kept')
  })

  it('says which mentors take how many together, reads what is wrong, and sees it kept in the next draft', async () => {
    const { page } = thandi
    await page.goto(HERE)
    await page.getByText('Mentors who take only so many together').click()
    await page.getByLabel('What you call them').fill('Studio Porto')
    await page.getByLabel('Together at most').fill('1')
    await page.getByRole('button', { name: 'Keep this' }).last().click()
    await page.getByRole('alert').getByText('Please choose who is among them.').waitFor()
    expect(await page.getByLabel('What you call them').inputValue()).toBe('Studio Porto')
    expect(thandi.complaints.splice(0)).toEqual([expect.stringContaining('422')])
    const mentors = page.getByRole('group', { name: 'Who is among them' }).getByRole('checkbox')
    for (const one of await mentors.all()) await one.check()
    await page.getByRole('button', { name: 'Keep this' }).last().click()
    await page.waitForURL('**?did=group')
    await page.getByRole('button', { name: 'Pair the rest anew' }).click()
    await page.waitForURL('**?did=pair')
    await draft()
    expect(await page.getByText('1 of 1 together').isVisible()).toBe(true)
    await page.getByText('Together at most (1)').click()
    await page.getByText('Change Studio Porto').click()
    await page.getByRole('button', { name: 'Let go of it: Studio Porto' }).click()
    await page.waitForURL('**?did=dissolve')
  })

  it('lets go of it, and says what matters most', async () => {
    const { page } = thandi
    await rowOf('Nodira Yusupova').getByRole('button', { name: /^Keep/ }).click()
    await page.waitForURL('**?did=lock')
    await page.getByRole('radio', { name: /^Nobody would rather swap/ }).check()
    await page.getByRole('button', { name: 'Pair them like that' }).click()
    await page.waitForURL('**?did=pair')
    await draft()
    expect(await page.getByText('No two would both rather have each other:').isVisible()).toBe(true)
    await page.getByRole('radio', { name: /^Nobody left out/ }).check()
    await page.getByRole('button', { name: 'Pair them like that' }).click()
    await draft()
    silent(thandi)
  })

  it('stops a run that gets nowhere, and pairs everybody anew', async () => {
    const { page } = thandi
    await stuck()
    await page.goto(HERE)
    await page.getByRole('heading', { name: 'Under way' }).waitFor({ state: 'attached' })
    await page.getByText('Stop it').click()
    await page.getByRole('button', { name: 'Drop the draft' }).click()
    await page.getByText('The draft is gone, and nobody heard of it.').waitFor()
    await page.getByRole('button', { name: 'Pair everybody' }).click()
    await draft()
    silent(thandi)
  })
})
