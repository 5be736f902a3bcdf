import { ways } from './ways.ts'

// What is told to whom: newsletter, inbox, choices, push.
export const notifications = ways({
  declared: `
POST   /api/newsletter                  everyone  writing  never   json 2048
POST   /api/newsletter/confirmation     everyone  writing  never   json 2048
POST   /api/newsletter/one-click-leave  everyone  writing  never   query form 2048  from anywhere
GET    /api/inbox                       members   reading  private query
GET    /api/inbox/unread                members   reading  private
PUT    /api/inbox/readings              members   writing  never   json 1024
DELETE /api/inbox/readings/:id          members   writing  never   param
GET    /api/notification-choices        members   reading  never
PUT    /api/notification-choices        members   writing  never   json 8192
POST   /api/notifications/one-click-leave  everyone  writing  never   query form 2048  from anywhere
POST   /api/push-subscriptions          members   writing  never   json 4096
DELETE /api/push-subscriptions/:id      members   writing  never   param
`,
  matrix: `
+++++ +++++ +++  POST   /api/newsletter
+++++ +++++ +++  POST   /api/newsletter/confirmation
+++++ +++++ +++  POST   /api/newsletter/one-click-leave
1++++ +1+++ +++  GET    /api/inbox
1++++ +1+++ +++  GET    /api/inbox/unread
1++++ +1++3 3++  PUT    /api/inbox/readings
1++++ +1++3 3++  DELETE /api/inbox/readings/:id
1++++ +1+++ +++  GET    /api/notification-choices
1++++ +1++3 3++  PUT    /api/notification-choices
+++++ +++++ +++  POST   /api/notifications/one-click-leave
1++++ +1++3 3++  POST   /api/push-subscriptions
1++++ +1++3 3++  DELETE /api/push-subscriptions/:id
+++++ +++++ +++  GET    /newsletter
+++++ +++++ +++  POST   /newsletter
+++++ +++++ +++  GET    /newsletter/check-your-mail
+++++ +++++ +++  GET    /newsletter/confirm
+++++ +++++ +++  POST   /newsletter/confirm
+++++ +++++ +++  GET    /newsletter/leave
+++++ +++++ +++  POST   /newsletter/leave
+++++ +++++ +++  GET    /notifications/leave
+++++ +++++ +++  POST   /notifications/leave
1++++ +1+++ 333  GET    /inbox
1++++ +1++3 333  POST   /inbox
1++++ +1+++ 333  GET    /inbox/:id
1++++ +1+++ 333  GET    /settings/notifications
1++++ +1++3 333  POST   /settings/notifications
`,
})
