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
POST   /api/projects/:slug/comments     members   writing  never   param json 8192
DELETE /api/projects/:slug/comments/:comment  members  writing  never  param
PUT    /api/projects/:slug/appreciation  members  writing  never   param
DELETE /api/projects/:slug/appreciation  members  writing  never   param
POST   /api/projects/:slug/collaborators  members  writing  never  param json 8192
PUT    /api/projects/:slug/collaboration  members  writing  never  param
DELETE /api/projects/:slug/collaborators/:handle  members  writing  never  param
PUT    /api/projects/:slug/pick         organisers  writing  never  param
DELETE /api/projects/:slug/pick         organisers  writing  never  param
GET    /api/collections                 everyone  reading  public  query
POST   /api/collections                 members   writing  never   json 8192
PUT    /api/collections/:id             members   writing  never   param json 8192
DELETE /api/collections/:id             members   writing  never   param
PUT    /api/collections/:id/order       members   writing  never   param json 32768
PUT    /api/collections/:id/works/:slug  members  writing  never   param
DELETE /api/collections/:id/works/:slug  members  writing  never   param
GET    /media/cover/:kind{(?:image|audio|video|paper|model)\\.svg}  everyone  reading  public
`,
  matrix: `
1++++ +1+++ +++  GET    /api/projects
1++++ +1++3 3++  POST   /api/projects
1++++ +1++3 3++  PUT    /api/projects/:slug
1++++ +1++3 3++  DELETE /api/projects/:slug
1++++ +1++3 3++  PUT    /api/projects/:slug/link
1++++ +1++3 3++  DELETE /api/projects/:slug/link
1++++ +1++3 3++  POST   /api/projects/:slug/comments
1++++ +1++3 3++  DELETE /api/projects/:slug/comments/:comment
1++++ +1++3 3++  PUT    /api/projects/:slug/appreciation
1++++ +1++3 3++  DELETE /api/projects/:slug/appreciation
1++++ +1++3 3++  POST   /api/projects/:slug/collaborators
1++++ +1++3 3++  PUT    /api/projects/:slug/collaboration
1++++ +1++3 3++  DELETE /api/projects/:slug/collaborators/:handle
+++++ ++++3 3++  POST   /works/:slug
1333+ +1133 33+  PUT    /api/projects/:slug/pick
1333+ +1133 33+  DELETE /api/projects/:slug/pick
+++++ +++++ +++  GET    /api/collections
1++++ +1++3 3++  POST   /api/collections
1++++ +1++3 3++  PUT    /api/collections/:id
1++++ +1++3 3++  DELETE /api/collections/:id
1++++ +1++3 3++  PUT    /api/collections/:id/order
1++++ +1++3 3++  PUT    /api/collections/:id/works/:slug
1++++ +1++3 3++  DELETE /api/collections/:id/works/:slug
+++++ +++++ +++  GET    /works/collections
1++++ +1+++ 333  GET    /works/collections/new
1++++ +1++3 333  POST   /works/collections/new
+++++ +++++ +++  GET    /works/collections/:id
+++++ ++++3 3++  POST   /works/collections/:id
+++++ +++++ +++  GET    /media/cover/:kind{(?:image|audio|video|paper|model)\\.svg}
1++++ +1+++ 333  GET    /works/new
1++++ +1++3 333  POST   /works/new
1++++ +1+++ 333  GET    /works/mine
1++++ +1+++ 333  GET    /works/:slug/edit
1++++ +1++3 333  POST   /works/:slug/edit
`,
})
