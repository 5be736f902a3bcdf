import { ways } from './ways.ts'

// The house itself: the front pages, works, search, settings, upkeep, what browsers and crawlers ask for.
export const house = ways({
  declared: `
GET    /api/search                      visitors  reading  private query
GET    /api/works                       everyone  reading  public  query
GET    /api/settings                    admins    reading  never
PUT    /api/settings                    admins    in person  writing  never   json 8192
PUT    /api/settings/logo               admins    in person  writing  never
DELETE /api/settings/logo               admins    in person  writing  never
POST   /api/house-texts                 admins    writing  never   json 65536
GET    /api/happenings                  admins    reading  never   query
POST   /api/dead-letters/:id/retry      admins    writing  never   param
DELETE /api/dead-letters/:id            admins    writing  never   param
GET    /api/health                      everyone  reading  never
GET    /api/ready                       everyone  reading  never
GET    /api/openapi.json                everyone  reading  public
`,
  matrix: `
+++++ +++++ +++  GET    /api/works
13333 +1133 33+  GET    /api/settings
13333 +1133 333  PUT    /api/settings
13333 +1133 333  PUT    /api/settings/logo
13333 +1133 333  DELETE /api/settings/logo
13333 +1133 33+  POST   /api/house-texts
+++++ +++++ +++  GET    /api/search
+++++ +++++ +++  GET    /api/health
+++++ +++++ +++  GET    /api/ready
13333 +1133 33+  GET    /api/happenings
13333 +1133 33+  POST   /api/dead-letters/:id/retry
13333 +1133 33+  DELETE /api/dead-letters/:id
+++++ +++++ +++  GET    /api/openapi.json
+++++ +++++ +++  GET    /
+++++ +++++ +++  GET    /works
+++++ +++++ +++  GET    /works/:slug
+++++ +++++ +++  GET    /search
+++++ +++++ +++  GET    /organisers
+++++ +++++ +++  GET    /terms
+++++ +++++ +++  GET    /privacy
+++++ +++++ +++  GET    /api/docs
1++++ +1+++ 333  GET    /home
1++++ +1+++ 333  GET    /settings
1333+ +1133 333  GET    /organise
1333+ +1133 333  POST   /organise
13333 +1133 333  GET    /admin
13333 +1133 333  POST   /admin
13333 +1133 333  GET    /admin/happenings
13333 +1133 333  GET    /admin/jobs
13333 +1133 333  POST   /admin/jobs
13333 +1133 333  GET    /admin/texts
13333 +1133 333  POST   /admin/texts
+++++ +++++ +++  GET    /offline
+++++ +++++ +++  GET    /dev/ui
+++++ +++++ +++  GET    /manifest.webmanifest
+++++ +++++ +++  GET    /robots.txt
+++++ +++++ +++  GET    /sitemap.xml
+++++ +++++ +++  GET    /sitemap/:part.xml
+++++ +++++ +++  GET    /speculation-rules.json
`,
})
