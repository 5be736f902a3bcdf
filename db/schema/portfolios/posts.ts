import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, id } from '../../columns.ts'
import { media } from '../media.ts'
import { memberId } from '../people.ts'

export type ShownPost = { title: string; words: string; tags: string[]; changedAt: string }

// What a member writes on their site. It is there for others from the moment `outAt` names, which may be to come.
export const posts = pgTable(
  'posts',
  {
    id: id(),
    memberId: memberId(),
    slug: text().notNull(),
    title: text().notNull(),
    words: text().notNull().default(''),
    tags: text().array().notNull().default([]),
    outAt: at(),
    // What others read of it while its writer goes on with it: kept with the first change after it is out, until it is published anew.
    shown: jsonb().$type<ShownPost>(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    changedAt: createdAt(),
  },
  (row) => [
    unique('posts_have_an_address').on(row.memberId, row.slug),
    index('posts_of_a_member').on(row.memberId, row.changedAt.desc(), row.id.desc()),
    index('posts_to_come').on(row.outAt).where(sql`${row.outAt} is not null`),
    check('posts_slug', sql`${row.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(${row.slug}) <= 80`),
    check('posts_title', sql`length(${row.title}) between 1 and 160`),
    check('posts_words', sql`length(${row.words}) <= 60000`),
    check('posts_tags', sql`cardinality(${row.tags}) <= 8`),
  ],
)

const postId = () =>
  uuid()
    .notNull()
    .references(() => posts.id, { onDelete: 'cascade' })

// What it said before.
export const postVersions = pgTable(
  'post_versions',
  {
    postId: postId(),
    version: integer().notNull(),
    title: text().notNull(),
    words: text().notNull(),
    keptAt: createdAt(),
  },
  (row) => [primaryKey({ columns: [row.postId, row.version] })],
)

// Pictures that were put into it. They stay with it, for whoever brings back what it said before.
export const postFiles = pgTable(
  'post_files',
  {
    postId: postId(),
    mediaId: uuid()
      .notNull()
      .references(() => media.id, { onDelete: 'cascade' }),
  },
  (row) => [primaryKey({ columns: [row.postId, row.mediaId] }), index('post_files_by_media').on(row.mediaId)],
)
