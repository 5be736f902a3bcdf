export type Pin = { media: string; left: string; top: string; moment: string }

const PARTS = ['media', 'left', 'top', 'moment'] as const

const field = (line: Element, part: string) =>
  [...line.querySelectorAll('input'), ...line.querySelectorAll('select')].find(({ name }) => name.endsWith(`.${part}`))

export const fieldsOf = (line: Element): Pin => {
  const [media = '', left = '', top = '', moment = ''] = PARTS.map((part) => field(line, part)?.value ?? '')
  return { media, left, top, moment }
}

// Writes a pin into the fields of its line, and says beside them where it points.
export function show(line: Element, pin?: Pin) {
  for (const part of pin ? PARTS : []) {
    const one = field(line, part)
    if (one) one.value = pin?.[part] ?? ''
  }
  const { media, left, top, moment } = fieldsOf(line)
  const where = line.querySelector<HTMLElement>('[data-where]')
  const away = line.querySelector<HTMLElement>('[data-unpoint]')
  if (!where || !away) return
  where.dataset.asked ??= where.textContent ?? ''
  where.textContent = media
    ? `${nameOf(line)}: ${moment || `${Math.round(Number(left))} % × ${Math.round(Number(top))} %`}`
    : where.dataset.asked
  away.hidden = media === ''
}

const nameOf = (line: Element) =>
  [...line.querySelectorAll('select')].find(({ name }) => name.endsWith('.media'))?.selectedOptions[0]?.label ?? ''
