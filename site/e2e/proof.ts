import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

type Finding = { id: string; nodes: { target: string[]; failureSummary: string }[] }
type Shift = { by: number; what: string }
declare const window: { axe: { run(options: object): Promise<{ violations: Finding[] }> }; shifts: Shift[] }

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

// Everything axe knows, and the one rule of WCAG 2.2 that it leaves out unless it is asked for.
export const barriersOn = (page: Page) => audit(page, { rules: { 'target-size': { enabled: true } } })

// By night only the colours are others.
export const coloursOn = (page: Page) => audit(page, { runOnly: ['color-contrast', 'link-in-text-block'] })

async function audit(page: Page, options: object): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  const { violations } = await page.evaluate((wish) => window.axe.run(wish), {
    resultTypes: ['violations'],
    ...options,
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary.replace(/\s+/g, ' ')}`),
  )
}

export const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    window.shifts = []
    const named = ({ node }: { node?: Node }) =>
      node instanceof Element ? node.outerHTML.slice(0, 80) : (node?.nodeName ?? 'something')
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ('value' in entry && 'sources' in entry && Array.isArray(entry.sources))
          window.shifts.push({ by: Number(entry.value), what: entry.sources.map(named).join(' | ') })
    }).observe({ type: 'layout-shift', buffered: true })
  })

export async function shiftsOn(page: Page): Promise<string[]> {
  const shifts = await page.evaluate(() => window.shifts)
  const all = shifts.reduce((sum, { by }) => sum + by, 0)
  return all < 0.005 ? [] : shifts.map(({ by, what }) => `jumps by ${by.toFixed(4)}: ${what}`)
}

export async function widthOf(page: Page): Promise<string[]> {
  const [width = 0, seen = 0] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  return width <= seen ? [] : [`scrolls sideways: ${width} of ${seen} pixels`]
}

// A finger needs 44 pixels each way of whatever it can press, which may reach further than its box. Links within a
// sentence are as high as it.
export const smallTargetsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const PRESSED = 'a[href], button, input, select, textarea, summary, [role="button"], [role="option"], [role="tab"]'
    const ENOUGH = 43
    const labelsOf = (element: Element) =>
      element instanceof HTMLInputElement && /checkbox|radio|file/.test(element.type) ? [...(element.labels ?? [])] : []

    const boxOf = (element: Element) => {
      const boxes = [element, ...labelsOf(element)].map((one) => one.getBoundingClientRect())
      const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))]
      const [right, bottom] = [Math.max(...boxes.map((box) => box.right)), Math.max(...boxes.map((box) => box.bottom))]
      return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top }
    }

    const isInSentence = (element: Element) => {
      const around = element.closest('p, li, dd, td, span:not(a span), figcaption, label, h1, h2, h3')
      const isInline = getComputedStyle(element).display === 'inline'
      return isInline && around !== null && around.textContent?.trim() !== element.textContent?.trim()
    }

    const isHitAt = (element: Element, x: number, y: number) => {
      const hit = document.elementFromPoint(x, y)
      return hit !== null && (element.contains(hit) || labelsOf(element).some((label) => label.contains(hit)))
    }

    const reachOf = (element: Element, { x, y }: { x: number; y: number }, right: number, down: number) => {
      let far = 0
      while (far < ENOUGH && isHitAt(element, x + right * far, y + down * far)) far += 1
      return far
    }

    const isSmall = (element: Element) => {
      const { width, height } = boxOf(element)
      if (width >= 44 && height >= 44) return false
      element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
      const middle = boxOf(element)
      if (!isHitAt(element, middle.x, middle.y) || isInSentence(element)) return false
      const across = reachOf(element, middle, -1, 0) + reachOf(element, middle, 1, 0)
      const upright = reachOf(element, middle, 0, -1) + reachOf(element, middle, 0, 1)
      return Math.min(across, upright) < ENOUGH
    }

    return [...document.querySelectorAll(PRESSED)].filter(isSmall).map((element) => {
      const { width, height } = boxOf(element)
      return `too small for a finger, ${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 160)}`
    })
  })
