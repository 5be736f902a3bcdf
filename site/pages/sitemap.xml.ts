import type { APIRoute } from 'astro'
import { indexOf } from '../parts/sitemap/xml.ts'

export const GET: APIRoute = ({ locals }) =>
  indexOf(['pages', 'skills', 'works', 'members'].map((part) => `${locals.origin}/sitemap/${part}.xml`))
