import { and, eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { media } from '#db/schema/media.ts'
import { tasks } from '#db/schema/mentoring/tasks.ts'
import * as collecting from '#db/schema/projects/collections.ts'
import { projectCollaborators, projectMedia, projectPicks, projectSkills } from '#db/schema/projects/hanging.ts'
import { projectAppreciations, projectComments } from '#db/schema/projects/talk.ts'
import { projects } from '#db/schema/projects.ts'
import { hash } from '../art/chance.ts'
import { details } from '../community/works/details.ts'
import { collections, comments, picked, standings, together } from '../community/works/standing.ts'
import { drawDetail, keyOfDetail } from '../pictures.ts'
import { bringPictures } from './handed-in.ts'
import { ago, type Ids, idOf, type Names, type Tx } from './ids.ts'

// What hangs in works and around them: close looks, who helped, what others said.
export async function hangAround(tx: Tx, names: Names) {
  const rows = await tx.select({ slug: projects.slug, id: projects.id, memberId: projects.memberId }).from(projects)
  const works: Ids = new Map(rows.map(({ slug, id }) => [slug, id]))
  const makers: Ids = new Map(rows.map(({ slug, memberId }) => [slug, memberId]))
  await hangDetails(tx, works, makers)
  await tellMore(tx, works)
  await talk(tx, works, names)
  await appreciate(tx, works, makers, names)
  await collect(tx, works, names)
  await beginCarcass(tx, names)
}

async function hangDetails(tx: Tx, works: Ids, makers: Ids) {
  for (const [place, detail] of details.entries()) {
    const { width, height, picture } = drawDetail(detail)
    const [id, key, type, bytes] = [newId(), keyOfDetail(detail), 'image/svg+xml', Buffer.byteLength(picture)]
    const at = { createdAt: ago({ days: 1 }), readyAt: ago({ days: 1 }) }
    const size = { width, height, type, bytes, key }
    await tx.insert(media).values({
      ...{ ...size, ...at, id, ownerId: idOf(makers, detail.work), kind: 'image', state: 'ready' },
      ...{ name: `${detail.name}.jpg`, alt: detail.alt, variants: [size] },
    })
    await tx.insert(projectMedia).values({ projectId: idOf(works, detail.work), mediaId: id, place })
  }
}

async function tellMore(tx: Tx, works: Ids) {
  for (const { work, cost, ...told } of standings)
    await tx
      .update(projects)
      .set({ ...told, ...(cost && { costMinor: cost[0], costCurrency: cost[1] }) })
      .where(eq(projects.id, idOf(works, work)))
}

async function talk(tx: Tx, works: Ids, { members }: Names) {
  const agreed = { askedAt: ago({ days: 3 }), agreedAt: ago({ days: 2 }) }
  await tx.insert(projectCollaborators).values(
    together.map(({ work, member, part }) => ({
      projectId: idOf(works, work),
      memberId: idOf(members, member),
      part,
      ...agreed,
    })),
  )
  await tx.insert(projectPicks).values(
    picked.map((work, n) => ({
      projectId: idOf(works, work),
      pickedById: idOf(members, 'thandi'),
      pickedAt: ago({ days: n + 1 }),
    })),
  )
  await tx.insert(projectComments).values(
    comments.map(({ work, by, words, daysAgo }, n) => ({
      ...{ id: newId(), projectId: idOf(works, work), memberId: idOf(members, by), words },
      saidAt: ago({ hours: daysAgo * 24 - (n % 5) }),
    })),
  )
}

// Everybody likes some; which ones is the same each time.
async function appreciate(tx: Tx, works: Ids, makers: Ids, { members }: Names) {
  const liked = [...works].flatMap(([slug, projectId]) =>
    [...members].flatMap(([handle, memberId]) =>
      idOf(makers, slug) !== memberId && hash(`${handle} likes ${slug}`) % 9 === 0
        ? [{ projectId, memberId, at: ago({ days: (hash(slug + handle) % 20) + 1 }) }]
        : [],
    ),
  )
  await tx.insert(projectAppreciations).values(liked)
}

async function collect(tx: Tx, works: Ids, { members }: Names) {
  for (const { by, title, words, works: hung, daysAgo } of collections) {
    const id = newId()
    const row = { id, memberId: idOf(members, by), title, words, createdAt: ago({ days: daysAgo }) }
    await tx.insert(collecting.collections).values({ ...row, visibility: 'public' })
    await tx
      .insert(collecting.collectionWorks)
      .values(hung.map((work, place) => ({ collectionId: id, projectId: idOf(works, work), place })))
  }
}

// Not finished, and shown to those he learns beside, with every version it went through.
async function beginCarcass(tx: Tx, { members, skills }: Names) {
  const memberId = idOf(members, 'idrissa')
  const [task] = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.participantId, memberId), eq(tasks.title, 'The same corner in ash')))
  const id = newId()
  await tx.insert(projects).values({
    ...{ id, slug: 'a-box-for-my-mother', memberId, taskId: task?.id ?? null },
    ...{ title: 'A box for my mother', medium: 'Ash, hide glue', lengthOfWork: 'since August', showsProcess: true },
    story:
      'It will hold buttons, and the letters she says she does not keep. Three corners agree. The fourth is *an honest corner*, as Kwame calls it, and goes to the back.\n\n- the lid slides, if the winter lets it\n- no metal anywhere',
    ...{ picture: 'cover/image.svg', alt: 'A box for my mother', width: 1200, height: 900 },
    ...{ visibility: 'group', status: 'making', costMinor: 1200, costCurrency: 'EUR' },
    ...{ finishedAt: ago({ days: 2 }), publishedAt: ago({ days: 2 }), createdAt: ago({ days: 20 }) },
  })
  await tx.insert(projectSkills).values({ projectId: id, skillId: idOf(skills, 'hand-joinery'), place: 0 })
  const pictures = await bringPictures(tx, memberId, ['box-dry', 'box-corner'], ago({ days: 2 }))
  await tx.insert(projectMedia).values(pictures.map((mediaId, place) => ({ projectId: id, mediaId, place })))
}
