// On a laptop this Worker stands where Cloudflare's email service would: it takes what is sent, and shows it.
import { WorkerEntrypoint } from 'cloudflare:workers'
import type { Letter } from '#workers/lib/mail.ts'

type Kept = Letter & { id: string; at: string }
type Shelf = { LETTERS: R2Bucket }

const ALLOWED_HEADER =
  /^(x-[a-z0-9-]+|list-(unsubscribe|unsubscribe-post|id|archive|help)|in-reply-to|references|auto-submitted)$/i

export class Mailbox extends WorkerEntrypoint<Shelf> {
  async send(letter: Letter) {
    const strange = Object.keys(letter.headers ?? {}).find((name) => !ALLOWED_HEADER.test(name))
    if (strange) throw new Error(`E_HEADER_NOT_ALLOWED: ${strange}`)
    const lines = [letter.subject, letter.to, letter.from.name, letter.from.email, letter.replyTo ?? '']
    if (lines.some((line) => /[\r\n]/.test(line))) throw new Error('E_HEADER_VALUE_INVALID')
    // Newest first in R2's alphabetical listing.
    const id = `${String(10 ** 14 - Date.now()).padStart(15, '0')}-${crypto.randomUUID().slice(0, 8)}`
    await this.env.LETTERS.put(id, JSON.stringify({ ...letter, id, at: new Date().toISOString() }))
    return { messageId: `<${id}@mailbox.local>` }
  }
}

export default {
  async fetch(request: Request, env: Shelf) {
    const { pathname } = new URL(request.url)
    const id = pathname.split('/')[2] ?? ''
    if (pathname === '/letters.json') return Response.json(await all(env))
    if (pathname.startsWith('/html/')) return page((await one(env, id))?.html ?? 'No such letter.')
    if (pathname.startsWith('/letter/')) return page(opened(await one(env, id)))
    return page(listed(await all(env)))
  },
}

async function all(env: Shelf): Promise<Kept[]> {
  const { objects } = await env.LETTERS.list({ limit: 100 })
  const letters = await Promise.all(objects.map(({ key }) => one(env, key)))
  return letters.filter((letter) => letter !== undefined)
}

const one = async (env: Shelf, id: string): Promise<Kept | undefined> => (await env.LETTERS.get(id))?.json()

const safe = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const page = (body: string) => new Response(body, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })

const frame = (title: string, body: string) => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${safe(title)}</title><style>
:root{color-scheme:light dark}body{max-width:46rem;margin:0 auto;padding:2rem 1.25rem;font:16px/1.6 system-ui,sans-serif;background:light-dark(#fbf8f2,#1f1b17);color:light-dark(#2b241d,#eee6da)}
h1{font:600 1.8rem/1.2 Georgia,serif}a{color:inherit}li{list-style:none;border-top:1px solid light-dark(#ddd5c8,#443c33)}ul{padding:0}
li a{display:grid;gap:.1rem;padding:.9rem 0;text-decoration:none}small{color:light-dark(#6b6258,#b0a595)}iframe{width:100%;height:70vh;border:1px solid light-dark(#ddd5c8,#443c33);background:#fff}
</style><main>${body}</main></html>`

const listed = (letters: Kept[]) =>
  frame(
    'Mail on this laptop',
    `<h1>Mail on this laptop</h1><p>Everything this Guildhall sends ends up here; nothing leaves your machine.</p>
    ${letters.length === 0 ? '<p>No mail yet. Ask for the newsletter on the home page, then look again.</p>' : ''}
    <ul>${letters.map(({ id, subject, to, at }) => `<li><a href="/letter/${id}"><b>${safe(subject)}</b><small>to ${safe(to)} · ${at.slice(0, 16).replace('T', ' ')} UTC</small></a>`).join('')}</ul>`,
  )

const opened = (letter: Kept | undefined) =>
  letter
    ? frame(
        letter.subject,
        `<p><a href="/">All mail</a></p><h1>${safe(letter.subject)}</h1><p><small>from ${safe(`${letter.from.name} <${letter.from.email}>`)} to ${safe(letter.to)}${letter.replyTo ? `, answers to ${safe(letter.replyTo)}` : ''}</small></p>
        <iframe title="The letter" src="/html/${letter.id}" sandbox="allow-popups allow-top-navigation-by-user-activation"></iframe>
        <details><summary>As plain text, with its headers</summary><pre style="white-space:pre-wrap">${safe(JSON.stringify(letter.headers ?? {}, null, 2))}\n\n${safe(letter.text)}</pre></details>`,
      )
    : frame('No such letter', '<h1>No such letter</h1><p><a href="/">All mail</a></p>')
