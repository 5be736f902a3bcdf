import { guardianConsents } from '#db/schema/accounts/guardians.ts'
import { clearances, mentorApplications } from '#db/schema/accounts/mentor-applications.ts'
import { accounts } from '#db/schema/accounts.ts'
import { TERMS_VERSION } from '../community/house-texts.ts'
import { members } from '../community/members/index.ts'
import { applications, demoSignIns, minors, clearances as shown } from '../community/trust.ts'
import { ago, idOf, inDays, type Names, type Tx } from './ids.ts'

const PUBLISHED_DAYS_AGO = 20

export const agreedDaysAgo = (joinedDaysAgo: number) => Math.min(joinedDaysAgo, PUBLISHED_DAYS_AGO)

export async function openAccounts(tx: Tx, names: Names, demoPasswordHash: string | undefined) {
  const mayKnock: readonly string[] = demoSignIns
  await tx.insert(accounts).values(
    members.map(({ handle, joinedDaysAgo }) => ({
      memberId: idOf(names.members, handle),
      email: `${handle}@guildhall.example`,
      ...(demoPasswordHash &&
        mayKnock.includes(handle) && { passwordHash: demoPasswordHash, passwordSetAt: ago({ days: 0 }) }),
      ageBand: minors[handle]?.ageBand ?? ('adult' as const),
      termsVersion: TERMS_VERSION,
      termsAcceptedAt: ago({ days: agreedDaysAgo(joinedDaysAgo) }),
      createdAt: ago({ days: joinedDaysAgo }),
    })),
  )
}

export async function vouchForMembers(tx: Tx, { members: ids }: Names) {
  await tx.insert(guardianConsents).values(
    Object.entries(minors).map(([handle, minor]) => ({
      memberId: idOf(ids, handle),
      guardianEmail: minor.guardianEmail,
      guardianName: minor.guardianName ?? null,
      askedAt: ago({ days: minor.askedDaysAgo }),
      ...(minor.agreedDaysAgo !== undefined && {
        decision: 'agreed' as const,
        decidedAt: ago({ days: minor.agreedDaysAgo }),
      }),
    })),
  )
  await tx.insert(clearances).values(
    Object.entries(shown).map(([handle, { what, seenBy, seenDaysAgo, expiresInDays }]) => ({
      memberId: idOf(ids, handle),
      what,
      seenBy: idOf(ids, seenBy),
      seenAt: ago({ days: seenDaysAgo }),
      expiresAt: inDays(expiresInDays),
    })),
  )
  await tx.insert(mentorApplications).values(
    applications.map(({ member, motivation, references, appliedDaysAgo, approved }) => ({
      memberId: idOf(ids, member),
      motivation,
      references,
      appliedAt: ago({ days: appliedDaysAgo }),
      ...(approved && {
        status: 'approved' as const,
        decidedBy: idOf(ids, approved.by),
        decidedAt: ago({ days: approved.daysAgo }),
        reason: approved.reason,
      }),
    })),
  )
}
