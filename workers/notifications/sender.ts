import type { Sender } from '#workers/lib/mail.ts'
import type { Letterhead } from '#workers/settings/letterhead.ts'

// Mails come from the address the house was deployed with, under the name its community goes by.
export function senderOf({ MAIL_FROM }: Pick<Env, 'MAIL_FROM'>, { mailSender, name, replyTo }: Letterhead): Sender {
  const email = /<([^<>]+)>\s*$/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM.trim()
  return { from: { name: asDisplayName(mailSender || name), email }, ...(replyTo && { replyTo }) }
}

// A name holds nothing that ends a header, begins an address, or passes for an encoded word.
export const asDisplayName = (name: string) =>
  name
    .replace(/["<>\\]|=\?|\?=|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
