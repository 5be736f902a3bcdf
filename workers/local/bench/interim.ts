import pg from 'pg'
import { newId } from '#db/id.ts'
import { members } from '#db/seed/community/members.ts'
import { categories, skills } from '#db/seed/skills/index.ts'

export async function settleCommunity(url: string) {
  try {
    const { seedDatabase } = await import('#db/seed/load.ts')
    await seedDatabase(url)
  } catch (e) {
    console.log('interim community:', String(e).slice(0, 100))
    const c = new pg.Client(url)
    await c.connect()
    const ids = members.map(() => newId())
    for (const k of categories) await c.query('insert into skill_categories values ($1,$2)', [k.slug, k.name])
    for (const s of skills)
      await c.query(
        'insert into skills (id,slug,name,category,summary,description,first_step,ladder,synonyms,tags) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)',
        [newId(), s.slug, s.name, s.category, s.summary, s.description, s.firstStep, s.ladder, s.synonyms, s.tags],
      )
    for (const [n, m] of members.entries())
      await c.query(
        'insert into members (id,handle,name,craft,place,time_zone,languages,story,quote,portrait,roles) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)',
        [
          ids[n],
          m.handle,
          m.name,
          m.craft,
          m.place,
          m.timeZone,
          m.languages,
          m.story,
          m.quote,
          `seed/portraits/${m.handle}.svg`,
          m.roles,
        ],
      )
    for (let n = 0; n < 40; n++)
      await c.query(
        `insert into projects (id,slug,member_id,skill_id,title,medium,story,length_of_work,picture,alt,width,height,finished_at)
        values ($1,$2,$3,(select id from skills order by slug offset $4 limit 1),$5,'Linocut on paper','A story','Two weeks',$6,'A print of a harbour at dusk with three boats',800,600, now() - $4 * interval '1 day')`,
        [newId(), `work-${n}`, ids[n % ids.length], n, `Harbour study ${n}`, `seed/works/work-${n}.svg`],
      )
    for (let n = 0; n < 8; n++)
      await c.query(
        `insert into sessions (id,slug,host_id,title,summary,starts_at,time_zone,length_minutes,seats) values ($1,$2,$3,$4,'Bring a jar and a question',now() + $5 * interval '1 day','Europe/Madrid',90,12)`,
        [newId(), `session-${n}`, ids[n], `Glaze night ${n}`, n + 1],
      )
    for (let n = 0; n < 20; n++)
      await c.query(`insert into events (name,subject,actor,data,sent_at) values ('moment.shared',$1,$2,$3,now())`, [
        ids[n % ids.length],
        `member:${ids[n % ids.length]}`,
        { text: 'finished the third jug and kept it' },
      ])
    await c.end()
  }
}
