import { inject, vi } from 'vitest'

type Letter = { to: string; text: string }

// The link with this path in a letter to this address, as soon as one has come.
export async function linkTo(address: string, path: string): Promise<string> {
  const look = async () => {
    const letters: Letter[] = await (await fetch(`${inject('mail')}/letters.json`)).json()
    const texts = letters.filter(({ to }) => to === address).map(({ text }) => text)
    const link = texts.map((text) => new RegExp(`http://localhost:\\d+${path}\\?\\S+`).exec(text)?.[0]).find(Boolean)
    if (!link) throw new Error(`No letter to ${address} leads to ${path}`)
    return link
  }
  return vi.waitFor(look, { timeout: 20_000, interval: 200 })
}
