import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at, citext, createdAt, id } from '../../columns.ts'
import { AGE_BANDS } from '../accounts.ts'
import { memberId, members } from '../people.ts'
import { mentorships } from './mentorships.ts'
import { prospects } from './outreach.ts'
import { programs } from './programs.ts'

export const INVITATION_STATES = ['sent', 'accepted', 'declined', 'withdrawn', 'expired'] as const

export type InvitedSkill = { skillId: string; level: number | null }
export type FirstSupply = { resourceId: string; quantity: number }
export type FirstTask = { title: string; description: string; skillId: string | null; dueOn: string | null }

// A mentor brings somebody in: what waits for them is laid out here, and becomes theirs when they accept by the link.
export const invitations = pgTable(
  'invitations',
  {
    id: id(),
    mentorId: memberId(),
    programId: uuid().references(() => programs.id),
    prospectId: uuid().references(() => prospects.id, { onDelete: 'set null' }),
    name: text().notNull(),
    email: citext().notNull(),
    ageBand: text({ enum: AGE_BANDS }).notNull(),
    guardianEmail: citext(),
    words: text().notNull().default(''),
    skills: jsonb().$type<InvitedSkill[]>().notNull().default([]),
    goals: text().array().notNull().default([]),
    supplies: jsonb().$type<FirstSupply[]>().notNull().default([]),
    task: jsonb().$type<FirstTask>(),
    state: text({ enum: INVITATION_STATES }).notNull().default('sent'),
    // Only the hash of the link is kept.
    linkHash: text().notNull().unique(),
    // Whether the person wants what was noted about them to come along; nobody is asked twice.
    takesTheLog: text({ enum: ['not-asked', 'yes', 'no'] })
      .notNull()
      .default('not-asked'),
    memberId: uuid().references(() => members.id, { onDelete: 'set null' }),
    // Empty while somebody young who accepted waits for a guardian.
    mentorshipId: uuid().references(() => mentorships.id, { onDelete: 'set null' }),
    begunAt: at(),
    createdAt: createdAt(),
    expiresAt: at().notNull(),
    decidedAt: at(),
  },
  (row) => [
    index('invitations_of_a_mentor').on(row.mentorId, row.createdAt.desc(), row.id),
    index('invitations_running_out').on(row.expiresAt).where(sql`${row.state} = 'sent'`),
    index('invitations_to_begin').on(row.memberId).where(sql`${row.state} = 'accepted' and ${row.begunAt} is null`),
    index('invitations_of_a_pair').on(row.mentorshipId).where(sql`${row.mentorshipId} is not null`),
    index('invitations_of_a_prospect').on(row.prospectId).where(sql`${row.prospectId} is not null`),
    uniqueIndex('invitations_one_at_a_time').on(row.mentorId, row.email).where(sql`${row.state} = 'sent'`),
    check('invitations_state', sql`${row.state} in ('sent', 'accepted', 'declined', 'withdrawn', 'expired')`),
    check('invitations_age_band', sql`${row.ageBand} in ('adult', '16-17', '13-15', 'under-13')`),
    check('invitations_minors_name_a_guardian', sql`${row.ageBand} = 'adult' or ${row.guardianEmail} is not null`),
    check('invitations_are_decided_once', sql`(${row.state} = 'sent') = (${row.decidedAt} is null)`),
    check('invitations_of_a_member', sql`${row.state} <> 'accepted' or ${row.takesTheLog} <> 'not-asked'`),
  ],
)
