import { ways } from './ways.ts'

// Members, their skills and what they show of themselves.
export const people = ways({
  declared: `
GET    /api/skills                      everyone  reading  public  query
GET    /api/skills/:slug                everyone  reading  public  param
GET    /api/members                     visitors  reading  private  query
GET    /api/mentors                     visitors  reading  private  query
GET    /api/members/:handle             visitors  reading  private  param query
POST   /api/members/:handle/endorsements/:skill  members  writing  never  param json 4096
DELETE /api/members/:handle/endorsements/:skill  members  writing  never  param
GET    /api/my/profile                  members   reading  never
PUT    /api/my/profile                  members   writing  never   json 65536
PUT    /api/my/handle                   members   writing  never   json 1024
POST   /api/my/entries                  members   writing  never   json 8192
PUT    /api/my/entries/:id              members   writing  never   param json 8192
PUT    /api/my/entries/:id/place        members   writing  never   param json 1024
DELETE /api/my/entries/:id              members   writing  never   param
GET    /api/my/skills                   members   reading  never
PUT    /api/my/skills/:bond/:slug       members   writing  never   param json 2048
DELETE /api/my/skills/:bond/:slug       members   writing  never   param
POST   /api/my/skills/:slug/evidence    members   writing  never   param json 2048
DELETE /api/my/evidence/:id             members   writing  never   param
PUT    /api/my/skill-words              members   writing  never   json 2048
POST   /api/my/skill-words/removals     members   writing  never   json 2048
GET    /api/my/times                    members   reading  never
PUT    /api/my/times                    members   writing  never   json 32768
GET    /api/recommendations              members   reading  never   query
PUT    /api/recommendations/:kind/:name    members  writing  never   param json 1024
GET    /api/my/ways                     members   reading  never
PUT    /api/my/ways                     members   writing  never   json 1024
GET    /api/my/wishes                   members   reading  never
POST   /api/my/wishes                   members   writing  never   json 1024
DELETE /api/my/wishes/:id               members   writing  never   param
DELETE /api/my/apart/:handle            members   writing  never   param
GET    /api/my/visibility               members   reading  never
PUT    /api/my/visibility               members   writing  never   json 2048
PUT    /api/my/portrait                 members   writing  never   query
DELETE /api/my/portrait                 members   writing  never
PUT    /api/my/arrival                  members   writing  never   json 2048
`,
  matrix: `
+++++ +++++ +++  GET    /api/skills
+++++ +++++ +++  GET    /api/skills/:slug
+++++ +++++ +++  GET    /api/members
+++++ +++++ +++  GET    /api/mentors
+++++ +++++ +++  GET    /api/members/:handle
1++++ +1++3 3++  POST   /api/members/:handle/endorsements/:skill
1++++ +1++3 3++  DELETE /api/members/:handle/endorsements/:skill
1++++ +1+++ +++  GET    /api/my/profile
1++++ +1++3 3++  PUT    /api/my/profile
1++++ +1++3 3++  PUT    /api/my/handle
1++++ +1++3 3++  POST   /api/my/entries
1++++ +1++3 3++  PUT    /api/my/entries/:id
1++++ +1++3 3++  PUT    /api/my/entries/:id/place
1++++ +1++3 3++  DELETE /api/my/entries/:id
1++++ +1+++ +++  GET    /api/my/visibility
1++++ +1++3 3++  PUT    /api/my/visibility
1++++ +1++3 3++  PUT    /api/my/arrival
1++++ +1+++ +++  GET    /api/my/skills
1++++ +1++3 3++  PUT    /api/my/skills/:bond/:slug
1++++ +1++3 3++  DELETE /api/my/skills/:bond/:slug
1++++ +1++3 3++  POST   /api/my/skills/:slug/evidence
1++++ +1++3 3++  DELETE /api/my/evidence/:id
1++++ +1++3 3++  PUT    /api/my/skill-words
1++++ +1++3 3++  POST   /api/my/skill-words/removals
1++++ +1+++ +++  GET    /api/recommendations
1++++ +1++3 3++  PUT    /api/recommendations/:kind/:name
1++++ +1+++ 333  GET    /for-you
1++++ +1++3 333  POST   /for-you
1++++ +1+++ +++  GET    /api/my/ways
1++++ +1++3 3++  PUT    /api/my/ways
1++++ +1+++ +++  GET    /api/my/wishes
1++++ +1++3 3++  POST   /api/my/wishes
1++++ +1++3 3++  DELETE /api/my/wishes/:id
1++++ +1++3 3++  DELETE /api/my/apart/:handle
1++++ +1+++ +++  GET    /api/my/times
1++++ +1++3 3++  PUT    /api/my/times
1++++ +1++3 3++  PUT    /api/my/portrait
1++++ +1++3 3++  DELETE /api/my/portrait
+++++ +++++ +++  GET    /skills
+++++ +++++ +++  GET    /skills/:slug
+++++ +++++ +++  GET    /members
+++++ +++++ +++  GET    /members/:handle
+++++ ++++3 3++  POST   /members/:handle
+++++ +++++ +++  GET    /mentors
1++++ +1+++ 333  GET    /welcome
1++++ +1+++ 333  GET    /welcome/:step
1++++ +1++3 333  POST   /welcome/:step
1++++ +1+++ 333  GET    /settings/profile
1++++ +1++3 333  POST   /settings/profile
1++++ +1+++ 333  GET    /settings/handle
1++++ +1++3 333  POST   /settings/handle
1++++ +1+++ 333  GET    /settings/history
1++++ +1++3 333  POST   /settings/history
1++++ +1+++ 333  GET    /settings/skills
1++++ +1++3 333  POST   /settings/skills
1++++ +1+++ 333  GET    /settings/availability
1++++ +1++3 333  POST   /settings/availability
1++++ +1+++ 333  GET    /settings/ways
1++++ +1++3 333  POST   /settings/ways
1++++ +1+++ 333  GET    /settings/wishes
1++++ +1++3 333  POST   /settings/wishes
1++++ +1+++ 333  GET    /settings/visibility
1++++ +1++3 333  POST   /settings/visibility
`,
})
