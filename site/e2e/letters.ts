import { inject, vi } from 'vitest'

type Letter = { to: string; text: string }

// The link with this path in a letter to this address, as soon as one has come. On this machine one job runs after the other, so in
// the first minute of a house a letter may wait until suggestions are found for everybody.
export async function linkTo(address: string, path: string): Promise<string> {
  const look = async () => {
    const letters: Letter[] = await (await fetch(`${inject('mail')}/letters.json`)).json()
    const texts = letters.filter(({ to }) => to === address).map(({ text }) => text)
    const link = texts.map((text) => new RegExp(`http://localhost:\\d+${path}\\?\\S+`).exec(text)?.[0]).find(Boolean)
    if (!link) throw new Error(`No letter to ${address} leads to ${path}`)
    return link
  }
  return vi.waitFor(look, { timeout: 40_000, interval: 200 })
}
