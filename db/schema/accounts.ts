import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, bytes, citext, createdAt, id } from '../columns.ts'
import { members } from './people.ts'

export const AGE_BANDS = ['adult', '16-17', '13-15', 'under-13'] as const
export type AgeBand = (typeof AGE_BANDS)[number]

const memberId = () =>
  uuid()
    .notNull()
    .references(() => members.id, { onDelete: 'cascade' })

export const accounts = pgTable(
  'accounts',
  {
    memberId: uuid()
      .primaryKey()
      .references(() => members.id, { onDelete: 'cascade' }),
    email: citext().notNull().unique(),
    // Empty for a member who only signs in elsewhere or with a passkey.
    passwordHash: text(),
    passwordSetAt: at(),
    ageBand: text({ enum: AGE_BANDS }).notNull(),
    termsVersion: text().notNull(),
    termsAcceptedAt: createdAt(),
    createdAt: createdAt(),
  },
  (account) => [check('accounts_age_band', sql`${account.ageBand} in ('adult', '16-17', '13-15', 'under-13')`)],
)

// What somebody asked for before their address was confirmed. It becomes a member or is forgotten.
export const signUps = pgTable(
  'sign_ups',
  {
    id: id(),
    email: citext().notNull(),
    name: text().notNull(),
    handle: citext().notNull(),
    passwordHash: text().notNull(),
    ageBand: text({ enum: AGE_BANDS }).notNull(),
    guardianEmail: citext(),
    termsVersion: text().notNull(),
    timeZone: text().notNull(),
    requestedAt: createdAt(),
    completedAt: at(),
  },
  (row) => [
    index('sign_ups_by_age').on(row.requestedAt),
    check('sign_ups_age_band', sql`${row.ageBand} in ('adult', '16-17', '13-15', 'under-13')`),
    check('sign_ups_minors_name_a_guardian', sql`${row.ageBand} = 'adult' or ${row.guardianEmail} is not null`),
  ],
)

export const LINK_PURPOSES = [
  'sign-up',
  'password-reset',
  'email-change',
  'email-objection',
  'guardian',
  'set-up',
  'export',
  'stay',
] as const
export type LinkPurpose = (typeof LINK_PURPOSES)[number]

// Links in mails that open something: only their hash is kept, and each works once.
export const oneTimeLinks = pgTable(
  'one_time_links',
  {
    id: id(),
    purpose: text({ enum: LINK_PURPOSES }).notNull(),
    // What it opens: a sign-up, a member, an export.
    subject: uuid().notNull(),
    email: citext(),
    hash: text().notNull().unique(),
    createdAt: createdAt(),
    expiresAt: at().notNull(),
    usedAt: at(),
  },
  (link) => [
    index('one_time_links_open').on(link.subject, link.purpose).where(sql`${link.usedAt} is null`),
    index('one_time_links_by_age').on(link.expiresAt),
  ],
)

export const SIGN_IN_WAYS = ['password', 'passkey', 'provider', 'link', 'demo'] as const
export type SignInWay = (typeof SIGN_IN_WAYS)[number]

export const signIns = pgTable(
  'sign_ins',
  {
    id: id(),
    memberId: memberId(),
    way: text({ enum: SIGN_IN_WAYS }).notNull(),
    device: text().notNull(),
    country: text(),
    startedAt: createdAt(),
    seenAt: createdAt(),
    // When the member last proved who they are: changing what protects an account asks for a recent proof.
    provedAt: createdAt(),
    endsAt: at().notNull(),
    endedAt: at(),
    endedBecause: text({
      enum: ['signed-out', 'ended-elsewhere', 'password-changed', 'suspended', 'replayed', 'left'],
    }),
  },
  (signIn) => [
    index('sign_ins_open').on(signIn.memberId, signIn.seenAt).where(sql`${signIn.endedAt} is null`),
    index('sign_ins_by_end').on(signIn.endsAt),
    index('sign_ins_ended_lately').on(signIn.endedAt).where(sql`${signIn.endedAt} is not null`),
    check('sign_ins_end_for_a_reason', sql`(${signIn.endedAt} is null) = (${signIn.endedBecause} is null)`),
  ],
)

export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    hash: text().primaryKey(),
    signInId: uuid()
      .notNull()
      .references(() => signIns.id, { onDelete: 'cascade' }),
    generation: integer().notNull(),
    bornAt: createdAt(),
    usedAt: at(),
  },
  (token) => [
    unique('refresh_tokens_one_a_generation').on(token.signInId, token.generation),
    uniqueIndex('refresh_tokens_one_unused').on(token.signInId).where(sql`${token.usedAt} is null`),
  ],
)

// Counts of what may not happen too often, exact across all machines.
export const tries = pgTable(
  'tries',
  {
    what: text().notNull(),
    who: text().notNull(),
    since: createdAt(),
    times: integer().notNull().default(1),
  },
  (row) => [primaryKey({ columns: [row.what, row.who] }), index('tries_by_age').on(row.since)],
)

// Who a member is at a provider of identities (OpenID Connect): the issuer's word and its subject, never the address.
export const identities = pgTable(
  'identities',
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    memberId: memberId(),
    email: citext(),
    linkedAt: createdAt(),
    usedAt: at(),
  },
  (row) => [primaryKey({ columns: [row.issuer, row.subject] }), index('identities_by_member').on(row.memberId)],
)

// A visit to a provider that has not come back yet; bound to one browser and used once.
export const providerVisits = pgTable(
  'provider_visits',
  {
    stateHash: text().primaryKey(),
    provider: text().notNull(),
    nonce: text().notNull(),
    verifier: text().notNull(),
    browserHash: text().notNull(),
    next: text().notNull(),
    purpose: text({ enum: ['sign-in', 'link', 'prove'] })
      .notNull()
      .default('sign-in'),
    // Set when a signed-in member links the provider to their account, or proves with it who they are.
    memberId: uuid().references(() => members.id, { onDelete: 'cascade' }),
    expiresAt: at().notNull(),
  },
  (visit) => [index('provider_visits_by_age').on(visit.expiresAt)],
)

export const authenticators = pgTable('authenticators', {
  memberId: uuid()
    .primaryKey()
    .references(() => members.id, { onDelete: 'cascade' }),
  sealedSecret: text().notNull(),
  // The last thirty-second step that was used: a code works once.
  lastStep: bigint({ mode: 'number' }).notNull().default(0),
  createdAt: createdAt(),
  confirmedAt: at(),
})

export const recoveryCodes = pgTable(
  'recovery_codes',
  { memberId: memberId(), hash: text().notNull(), usedAt: at() },
  (code) => [primaryKey({ columns: [code.memberId, code.hash] })],
)

export const passkeys = pgTable(
  'passkeys',
  {
    credentialId: text().primaryKey(),
    memberId: memberId(),
    name: text().notNull(),
    publicKey: bytes().notNull(),
    counter: bigint({ mode: 'number' }).notNull(),
    transports: text().array().notNull().default([]),
    createdAt: createdAt(),
    usedAt: at(),
  },
  (key) => [index('passkeys_by_member').on(key.memberId)],
)

// Challenges are sealed and given to the browser; here stand those that were answered, because each counts once.
export const answeredChallenges = pgTable(
  'answered_challenges',
  { hash: text().primaryKey(), expiresAt: at().notNull() },
  (challenge) => [index('answered_challenges_by_age').on(challenge.expiresAt)],
)

export const TOKEN_SCOPES = ['read', 'write', 'organise'] as const
export type TokenScope = (typeof TOKEN_SCOPES)[number]

// Keys that members make for their own programs.
export const personalTokens = pgTable(
  'personal_tokens',
  {
    id: id(),
    memberId: memberId(),
    name: text().notNull(),
    hash: text().notNull().unique(),
    scopes: text({ enum: TOKEN_SCOPES }).array().notNull(),
    createdAt: createdAt(),
    expiresAt: at().notNull(),
    usedAt: at(),
    endedAt: at(),
  },
  (token) => [index('personal_tokens_by_member').on(token.memberId)],
)

export const mentorApplications = pgTable(
  'mentor_applications',
  {
    id: id(),
    memberId: memberId(),
    motivation: text().notNull(),
    // Who can speak for the applicant: name and how to reach them, one a line.
    references: text().notNull(),
    status: text({ enum: ['waiting', 'approved', 'declined', 'withdrawn'] })
      .notNull()
      .default('waiting'),
    appliedAt: createdAt(),
    decidedBy: uuid().references(() => members.id, { onDelete: 'set null' }),
    decidedAt: at(),
    reason: text(),
  },
  (row) => [
    uniqueIndex('mentor_applications_one_waiting').on(row.memberId).where(sql`${row.status} = 'waiting'`),
    index('mentor_applications_waiting').on(row.appliedAt).where(sql`${row.status} = 'waiting'`),
    check('mentor_applications_status', sql`${row.status} in ('waiting', 'approved', 'declined', 'withdrawn')`),
    check(
      'mentor_applications_decided_on_a_day',
      sql`${row.status} not in ('approved', 'declined') or ${row.decidedAt} is not null`,
    ),
  ],
)

// That somebody may work with minors: what was seen, by whom, and until when it counts.
export const clearances = pgTable(
  'clearances',
  {
    id: id(),
    memberId: memberId(),
    what: text().notNull(),
    seenBy: uuid().references(() => members.id, { onDelete: 'set null' }),
    seenAt: createdAt(),
    expiresAt: at().notNull(),
  },
  (row) => [index('clearances_by_member').on(row.memberId, row.expiresAt)],
)

export const guardianConsents = pgTable(
  'guardian_consents',
  {
    id: id(),
    memberId: memberId(),
    guardianEmail: citext().notNull(),
    guardianName: text(),
    askedAt: createdAt(),
    decision: text({ enum: ['agreed', 'refused', 'withdrawn'] }),
    decidedAt: at(),
  },
  (row) => [
    index('guardian_consents_by_member').on(row.memberId, row.askedAt),
    check('guardian_consents_decided_on_a_day', sql`(${row.decision} is null) = (${row.decidedAt} is null)`),
  ],
)

export const suspensions = pgTable(
  'suspensions',
  {
    id: id(),
    memberId: memberId(),
    reason: text().notNull(),
    by: uuid().references(() => members.id, { onDelete: 'set null' }),
    since: createdAt(),
    liftedAt: at(),
    liftedBy: uuid().references(() => members.id, { onDelete: 'set null' }),
  },
  (row) => [uniqueIndex('suspensions_one_at_a_time').on(row.memberId).where(sql`${row.liftedAt} is null`)],
)

// A member who asked to leave: until the day comes they may change their mind.
export const departures = pgTable(
  'departures',
  {
    memberId: uuid()
      .primaryKey()
      .references(() => members.id, { onDelete: 'cascade' }),
    askedAt: createdAt(),
    leavesAt: at().notNull(),
    reason: text(),
    goneAt: at(),
  },
  (row) => [index('departures_due').on(row.leavesAt).where(sql`${row.goneAt} is null`)],
)

export const dataExports = pgTable(
  'data_exports',
  {
    id: id(),
    memberId: memberId(),
    status: text({ enum: ['waiting', 'gathering', 'ready', 'failed', 'gone'] })
      .notNull()
      .default('waiting'),
    done: integer().notNull().default(0),
    total: integer().notNull().default(0),
    file: text(),
    bytes: bigint({ mode: 'number' }),
    askedAt: createdAt(),
    readyAt: at(),
    expiresAt: at(),
  },
  (row) => [
    index('data_exports_by_member').on(row.memberId, row.askedAt),
    uniqueIndex('data_exports_one_at_a_time').on(row.memberId).where(sql`${row.status} in ('waiting', 'gathering')`),
    check('data_exports_status', sql`${row.status} in ('waiting', 'gathering', 'ready', 'failed', 'gone')`),
  ],
)
