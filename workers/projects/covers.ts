import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'

// What stands on a wall for a work without a picture: a drawing of the house for what it is.
const DRAWN: Record<string, { ground: string; ink: string; marks: string }> = {
  image: {
    ground: '#e9e1d2',
    ink: '#8a7a5f',
    marks: '<path d="M420 610 560 430l90 110 70-80 130 150z"/><circle cx="760" cy="360" r="44"/>',
  },
  audio: {
    ground: '#d9dfd6',
    ink: '#3f5a49',
    marks: [90, 190, 330, 250, 420, 300, 180, 360, 240, 130]
      .map((height, n) => `<rect x="${336 + n * 54}" y="${450 - height / 2}" width="26" height="${height}" rx="13"/>`)
      .join(''),
  },
  video: {
    ground: '#d8dbe4',
    ink: '#3d4a6b',
    marks: '<path d="M530 340v220l190-110z"/><path d="M330 270h540v36H330zM330 594h540v36H330z" opacity=".45"/>',
  },
  paper: {
    ground: '#ece3da',
    ink: '#7c5540',
    marks:
      '<path d="M470 250h190l90 90v310H470z" opacity=".3"/><path d="M660 250v90h90z"/><path d="M510 420h200v18H510zM510 480h200v18H510zM510 540h130v18H510z"/>',
  },
  model: {
    ground: '#e3dce6',
    ink: '#5c4468',
    marks:
      '<path d="M600 250 780 350v200L600 650 420 550V350z" opacity=".25"/><path d="m600 250 180 100-180 100-180-100z" opacity=".55"/><path d="M600 450l180-100v200L600 650z"/>',
  },
}

export const covers = new Hono<App>().get(
  '/media/cover/:kind{(?:image|audio|video|paper|model)\\.svg}',
  rule({
    does: 'A drawing that stands for a work without a picture',
    for: 'everyone',
    pace: 'reading',
    cache: 'public',
    answers: { 200: 'The drawing' },
  }),
  (c) =>
    c.body(drawingOf(c.req.param('kind').replace('.svg', '')), 200, {
      'Content-Type': 'image/svg+xml',
      'Cache-Control': 'public, max-age=86400',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    }),
)

function drawingOf(kind: string): string {
  const { ground = '', ink = '', marks = '' } = DRAWN[kind] ?? {}
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 900" width="1200" height="900"><rect width="1200" height="900" fill="${ground}"/><g fill="${ink}">${marks}</g></svg>`
}
