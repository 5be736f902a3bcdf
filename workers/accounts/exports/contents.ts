import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { marketplaceForExport } from '#workers/marketplace/member-data.ts'
import { matchingForExport } from '#workers/matching/for-export.ts'
import { mediaForExport, mediaToTake } from '#workers/media/for-export.ts'
import { mentoringForExport } from '#workers/mentoring/for-export.ts'
import { noticesForExport } from '#workers/notifications/for-export.ts'
import { peopleForExport } from '#workers/people/for-export.ts'
import { peopleFiles } from '#workers/people/forgetting.ts'
import { sitesForExport } from '#workers/portfolios/for-export.ts'
import { worksForExport } from '#workers/projects/for-export.ts'
import { worksFiles } from '#workers/projects/forgetting.ts'
import { sessionsForExport } from '#workers/sessions/for-export.ts'
import { accountsForExport } from './account.ts'

type Contents = Record<string, Shelf<unknown>>

// All that the house knows about a member, one file a shelf. Whoever keeps more about members adds it here.
export const contentsFor = (memberId: string): Contents => ({
  ...accountsForExport(memberId),
  ...peopleForExport(memberId),
  ...worksForExport(memberId),
  ...sitesForExport(memberId),
  ...noticesForExport(memberId),
  ...sessionsForExport(memberId),
  ...mentoringForExport(memberId),
  ...matchingForExport(memberId),
  ...mediaForExport(memberId),
  ...marketplaceForExport(memberId),
})

// One list after the other, so that only one of them is in memory.
export async function* gatherPages(ctx: Ctx, memberId: string) {
  for (const [name, shelf] of Object.entries(contentsFor(memberId))) {
    const { rows = [] } = await readTogether(ctx.db, { rows: shelf })
    yield { name: `${name}.json`, text: JSON.stringify(rows, null, 2) }
  }
}

export const countPages = (memberId: string) => Object.keys(contentsFor(memberId)).length

// What hangs in storage and is theirs: portrait, works, and all they brought.
export async function filesToTake({ db }: Ctx, memberId: string): Promise<string[]> {
  const { rows } = await db.execute(sql`
    ${peopleFiles(memberId)} union ${worksFiles(memberId)} union ${mediaToTake(memberId)}`)
  return (rows as { file: string }[]).map(({ file }) => file)
}

export const README = `This is everything the house knows about you.

Each file is one list as JSON, which any text editor opens. Your pictures and other files are in the folder "files".
Passwords, keys and tokens are not in here: we only keep marks by which we recognise them, and those would be of no use to you.
`
