import { type SQL, sql } from 'drizzle-orm'
import { readForEach, type Shelf } from '#db/reading.ts'
import { listings } from '#db/schema/marketplace/listings.ts'
import { media } from '#db/schema/media.ts'
import { submissionFiles, submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { profileEntries } from '#db/schema/people/entries.ts'
import { memberSkills, skillEvidence, skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { type SiteColour, type SiteState, siteChanges, sites, siteVersions } from '#db/schema/portfolios/sites.ts'
import { projectCollaborators, projectMedia, projectSkills } from '#db/schema/projects/hanging.ts'
import { projects } from '#db/schema/projects.ts'
import { settings } from '#db/schema/settings.ts'
import type { Content, Offer, SitePost, SiteSkill, SiteWork } from '#site/portfolio/content.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { shownBy, type Testimonial } from '#workers/mentoring/testimonials/testimonials.ts'
import { isMemberThere, isOpenToEveryone, nearnessAs } from '#workers/people/profiles/visibility.ts'
import { hangsForAll } from '#workers/projects/sight.ts'
import { NEW_HOUSE } from '#workers/settings/settings.ts'
import { type Design, designKept } from './design.ts'
import { postsOnSite } from './posts/on-site.ts'
import { sizesOf } from './sizes.ts'

export type Standing = {
  state: SiteState
  turn: number
  build: string | null
  address: string | null
  shownId: string | null
  // Whether everybody may know that its member is here.
  isThere: boolean
  // What changed since the last build.
  changes: number[]
}

type Whose = Omit<Content, 'design' | 'works' | 'offers' | 'posts' | 'skills' | 'said' | 'links' | 'hue'>
type Found = Standing & Whose & { draft: unknown; shown: unknown; colour: SiteColour | null; houseName: string }
type Hung = {
  works: SiteWork[]
  offers: Offer[]
  posts: SitePost[]
  skills: SiteSkill[]
  said: Testimonial[]
  links: Content['links']
}

export type Snapshot = { standing: Standing; content: Content; houseName: string }

const WORKS = 200

// What others see as it was published; or what its member is working on, perhaps with a post that is not out yet.
export type Which = 'shown' | 'draft' | { withPost: string }

// All that a site shows, in one round trip: nothing that is not for everybody is in it, but for the one post its writer looks at.
export async function takeSnapshot(ctx: Ctx, memberId: string, which: Which): Promise<Snapshot | undefined> {
  return (await takeSnapshots(ctx, [memberId], which)).get(memberId)
}

export async function takeSnapshots({ db }: Ctx, ids: string[], which: Which): Promise<Map<string, Snapshot>> {
  const found = await everything(db, ids, { post: typeof which === 'object' ? which.withPost : undefined })
  const snapshots = [...found].flatMap(
    ([
      id,
      {
        site: [site],
        ...hung
      },
    ]) => (site ? [[id, snapshotOf(site, hung, which)] as const] : []),
  )
  return new Map(snapshots)
}

function snapshotOf(found: Found, { works, offers, posts, skills, said, links }: Hung, which: Which): Snapshot {
  const { draft, shown, colour, houseName, state, turn, build, address, shownId, isThere, changes, ...whose } = found
  const design = designKept(which === 'shown' ? shown : draft)
  return {
    houseName,
    standing: { state, turn, build, address, shownId, isThere, changes },
    content: {
      ...whose,
      design,
      hue: colour ?? undefined,
      works: arranged(works, design),
      offers: offers.filter(({ work }) => !design.leftOut.includes(work)),
      posts,
      skills: skills.filter(({ slug }) => !design.skillsLeftOut.includes(slug)),
      said: said.map(({ words, at, skill, by }) => ({
        words,
        at,
        skill,
        by: { handle: by.handle, name: by.name, craft: by.craft },
      })),
      links,
    },
  }
}

// First what its member put first, then the rest, newest first.
function arranged(works: SiteWork[], { first, leftOut }: Design): SiteWork[] {
  const place = new Map(first.map((slug, n) => [slug, n]))
  const placeOf = ({ slug }: SiteWork) => place.get(slug) ?? first.length
  return works.filter(({ slug }) => !leftOut.includes(slug)).sort((one, other) => placeOf(one) - placeOf(other))
}

const ifOpen = (part: 'place' | 'story', column: SQL) =>
  sql`case when ${isOpenToEveryone(part, 'member')} then ${column} else '' end`

const siteOf = (id: SQL): Shelf<Found> => sql`
  select coalesce(site.state, 'draft') as state, coalesce(site.turn, 0) as turn, site.build, site.address, site.shown_id as "shownId", site.design as draft, version.design as shown, site.colour,
    coalesce((select name from ${settings} limit 1), ${NEW_HOUSE.name}) as "houseName",
    ${isMemberThere('member', nearnessAs('guest'))} as "isThere",
    (select coalesce(json_agg(change.id), '[]') from ${siteChanges} change where change.member_id = member.id) as changes, member.handle, member.name, member.craft,
    ${ifOpen('place', sql`member.place`)} as place, ${ifOpen('story', sql`member.story`)} as story, member.portrait, not member.minor as "takesLetters"
  from ${members} member left join ${sites} site on site.member_id = member.id left join ${siteVersions} version on version.id = site.shown_id
  where member.id = ${id}`

const hangingOf = (files: SQL, which: SQL) => sql`(
  select coalesce(json_agg(case when piece.kind = 'image'
      then json_build_object('kind', 'image', 'alt', piece.alt, 'width', piece.width, 'height', piece.height, 'sizes', ${sizesOf(sql`piece`)})
      else json_build_object('kind', piece.kind, 'id', piece.id, 'name', piece.name, 'key', piece.key, 'type', piece.type, 'bytes', piece.bytes) end
    order by file.place), '[]')
  from ${files} file join ${media} piece on piece.id = file.media_id and piece.state = 'ready' where ${which})`

// Its cover is one of its files; what was hung of old has a picture of its own; a drawing of the house is no picture.
const coverOf = sql`json_build_object('alt', work.alt, 'width', work.width, 'height', work.height, 'sizes', case
    when work.picture like 'm/%' then (select ${sizesOf(sql`piece`)} from ${media} piece where piece.id::text = split_part(work.picture, '/', 2))
    when work.picture like 'cover/%' then '[]'::json
    else json_build_array(json_build_object('width', work.width, 'key', work.picture, 'type', case
      when work.picture like '%.svg' then 'image/svg+xml' when work.picture like '%.png' then 'image/png'
      when work.picture like '%.webp' then 'image/webp' else 'image/jpeg' end)) end)`

const stepsOf = sql`(
  select coalesce(json_agg(json_build_object('version', version.version, 'note', version.note, 'at', version.handed_in_at,
    'files', ${hangingOf(sql`${submissionFiles}`, sql`file.submission_id = version.id`)}) order by version.version), '[]')
  from ${submissions} version join ${tasks} task on task.id = version.task_id
  where work.shows_process and version.task_id = work.task_id and task.participant_id = work.member_id)`

const besideOf = sql`(
  select coalesce(json_agg(json_build_object('handle', member.handle, 'name', member.name, 'part', beside.part) order by beside.asked_at), '[]')
  from ${projectCollaborators} beside join ${members} member on member.id = beside.member_id
  where beside.project_id = work.id and beside.agreed_at is not null and ${isMemberThere('member', nearnessAs('guest'))})`

const worksOf = (id: SQL): Shelf<SiteWork> => sql`
  select work.slug, work.title, work.medium, work.story, work.length_of_work as "lengthOfWork", work.finished_at as "finishedAt",
    ${coverOf} as cover, ${hangingOf(sql`${projectMedia}`, sql`file.project_id = work.id`)} as files, ${stepsOf} as steps,
    (select coalesce(json_agg(json_build_object('slug', skill.slug, 'name', skill.name) order by its.place), '[]')
      from ${projectSkills} its join ${skills} skill on skill.id = its.skill_id where its.project_id = work.id) as skills,
    ${besideOf} as beside, work.licence, work.ai, work.ai_words as "aiWords", work.code_link as "codeLink"
  from ${projects} work join ${members} maker on maker.id = work.member_id
  where work.member_id = ${id} and ${hangsForAll} order by work.finished_at desc nulls last, work.id desc limit ${WORKS}`

const offersOf = (id: SQL): Shelf<Offer> => sql`
  select offered.slug, work.slug as work, offered.kind, offered.title, offered.currency, offered.price_minor as "priceMinor",
    offered.pay_more as "payMore", offered.copies - offered.taken as "left"
  from ${listings} offered join ${projects} work on work.id = offered.project_id
  where offered.member_id = ${id} and offered.on_show order by offered.listed_at desc nulls last, offered.id desc limit ${WORKS}`

const skillsOf = (id: SQL): Shelf<SiteSkill> => sql`
  select skill.slug, skill.name, its.bond, its.level, skill.ladder[its.level] as rung,
    case when member.minor then '[]'::json else coalesce((select json_agg(json_build_object('title', title, 'url', url) order by added_at)
      from ${skillEvidence} where member_id = its.member_id and skill_id = its.skill_id), '[]') end as evidence
  from ${memberSkills} its join ${skills} skill on skill.id = its.skill_id and skill.shown join ${members} member on member.id = its.member_id
  where its.member_id = ${id} and (its.bond = 'teaches' or its.level is not null) and ${isOpenToEveryone('skills', 'member')}
  order by its.level desc nulls last, skill.name`

const linksOf = (id: SQL): Shelf<{ title: string; url: string }> => sql`
  select title, url from ${profileEntries} entry join ${members} member on member.id = entry.member_id
  where entry.member_id = ${id} and entry.kind = 'link' and entry.url is not null and ${isOpenToEveryone('links', 'member')}
  order by entry.place, entry.id`

const everything = readForEach((id) => ({
  site: siteOf(id),
  works: worksOf(id),
  offers: offersOf(id),
  posts: postsOnSite(id),
  skills: skillsOf(id),
  said: shownBy(id, isMemberThere('endorser', nearnessAs('guest'))),
  links: linksOf(id),
}))
