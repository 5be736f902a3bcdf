import { ways } from './ways.ts'

// What members hang, and who stands before it.
export const works = ways({
  declared: `
GET    /api/projects                    members   reading  private query
POST   /api/projects                    members   writing  never   json 65536
PUT    /api/projects/:slug              members   writing  never   param json 65536
DELETE /api/projects/:slug              members   writing  never   param
PUT    /api/projects/:slug/link         members   writing  never   param json 65536 secret
DELETE /api/projects/:slug/link         members   writing  never   param
GET    /media/cover/:kind{(?:image|audio|video|paper|model)\\.svg}  everyone  reading  public
`,
  matrix: `
1++++ +1+++ +++  GET    /api/projects
1++++ +1++3 3++  POST   /api/projects
1++++ +1++3 3++  PUT    /api/projects/:slug
1++++ +1++3 3++  DELETE /api/projects/:slug
1++++ +1++3 3++  PUT    /api/projects/:slug/link
1++++ +1++3 3++  DELETE /api/projects/:slug/link
+++++ +++++ +++  GET    /media/cover/:kind{(?:image|audio|video|paper|model)\\.svg}
1++++ +1+++ 333  GET    /works/new
1++++ +1++3 333  POST   /works/new
1++++ +1+++ 333  GET    /works/mine
1++++ +1+++ 333  GET    /works/:slug/edit
1++++ +1++3 333  POST   /works/:slug/edit
`,
})
