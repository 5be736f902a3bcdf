export type Sender = { from: { name: string; email: string }; replyTo?: string }

export type Letter = Sender & {
  to: string
  subject: string
  text: string
  html: string
  headers?: Record<string, string>
}

// `key` names the occasion. It travels in the mail, so a repeated delivery can be recognised.
export type Mail = { send(key: string, letter: Letter): Promise<void>; patienceMs?: number }

export const mailByBinding = (env: Env): Mail => ({
  async send(key, letter) {
    const headers = { ...letter.headers, 'X-Guildhall-Mail': encodeURIComponent(key) }
    await env.EMAIL.send({ ...letter, headers })
  },
})
