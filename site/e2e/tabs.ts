import type { BrowserContext } from 'playwright-core'
import { aTab, type Visitor } from './browser.ts'
import { watchShifts } from './proof.ts'

const KEPT = 2
const free = new WeakMap<BrowserContext, Visitor[]>()

// Whoever opens many pages opens them in the same few tabs: a new one takes Chromium as long as all that is asked of a page.
// What the last page still had to say belongs to nobody.
export async function inTab(context: BrowserContext, look: (tab: Visitor) => Promise<string[]>): Promise<string[]> {
  const waiting = free.get(context) ?? []
  free.set(context, waiting)
  const tab = waiting.pop() ?? (await aWatchedTab(context))
  tab.complaints.length = 0
  const faults = await look(tab)
  await tab.page.emulateMedia({ colorScheme: 'light' })
  if (waiting.length < KEPT) waiting.push(tab)
  else await tab.leave()
  return faults
}

async function aWatchedTab(context: BrowserContext): Promise<Visitor> {
  const tab = await aTab(context)
  await watchShifts(tab.page)
  return tab
}
