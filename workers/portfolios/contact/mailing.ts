import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '#db/schema/accounts.ts'
import { members } from '#db/schema/people.ts'
import { siteLetters } from '#db/schema/portfolios/letters.ts'
import { siteLetter } from '#site/emails/site-letter.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { deliver } from '#workers/notifications/mails.ts'

const ArrivedLetter = z.object({ id: z.uuid() })

const HERE = ['active', 'leaving']

// What a visitor wrote goes on to its member, who answers it with their own mail. What is held back is not mailed.
export async function mailLetter(ctx: Ctx, { id }: z.output<typeof ArrivedLetter>) {
  const [found] = await ctx.db
    .select({ letter: siteLetters, to: accounts.email, standing: members.standing })
    .from(siteLetters)
    .innerJoin(accounts, eq(accounts.memberId, siteLetters.memberId))
    .innerJoin(members, eq(members.id, siteLetters.memberId))
    .where(eq(siteLetters.id, id))
  if (found?.letter.state !== 'arrived' || !HERE.includes(found.standing)) return
  const { name, email, words } = found.letter
  await deliver(ctx, `site-letter:${id}`, {
    to: found.to,
    ...siteLetter({ name, email, words, origin: ctx.env.ORIGIN }),
    ...(isPlain(email) && { replyTo: email }),
  })
}

export const mailLetterLater = later('portfolios.mail-letter', ArrivedLetter, mailLetter)

// One address and nothing beside it: whatever could be read as more stands in the letter alone.
const isPlain = (email: string) => /^[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(email)
