// Names nobody may take: addresses of the house now or later, the people in charge of it, names that mail and other
// programs give a meaning to. A test holds it against our routes and against The Big Username Blocklist.
const WORDS = `
about about-us abuse abuse-team access account accounts add address admin administration administrator admins ads
advertise advertising aes128-ctr aes128-gcm aes192-ctr aes256-ctr aes256-gcm affiliate affiliates ajax alert alerts
alpha amp analytics anonymous anybody api app apps asc assets atom auth authentication authorize autoconfig
autodiscover availability avatar backup badge badges banner banners basket bbs beta billing billing-team billings blog
blogs board bookmark bookmarks bot broadcasthost business buy cache calendar campaign captcha careers cart cas
categories category cdn cgi cgi-bin chacha20-poly1305 challenge challenges change channel channels chart chat checkout
circle circles clear client close cloud cms com comment comments community compare compose config connect constructor
contact contest cookies copy copyright count cpanel create css curve25519-sha256 customer customers customize
dashboard deals debug delete deleted desc destroy dev developer developers diffie-hellman-group14-sha1 disconnect
discuss dist dns dns0 dns1 dns2 dns3 dns4 docs documentation domain download downloads downvote draft drop
ecdh-sha2-nistp256 ecdh-sha2-nistp384 ecdh-sha2-nistp521 edit editor email endorsements enterprise error errors event
events everybody everyone evidence example exception exit explore export exports extensions false family faq faqs
favicon features feed feedback feeds file files filter finance follow follower followers following fonts for-you forgot
forgot-password forgotpassword form forms forum forums friend friends ftp function get git goal goals graphql group
groups growth guardian guardians guest guidelines guides guild guildhall hall handle handles head header health help
help-desk helpdesk hide hmac-sha hmac-sha1 hmac-sha1-etm hmac-sha2-256 hmac-sha2-256-etm hmac-sha2-512
hmac-sha2-512-etm home host hosting hostmaster house house-texts htpasswd http httpd https icons images imap img
import inbox index infinity info insert investors invitation invitations invite invites invoice isatap issues jobs
join journal json leaderboard learn ledger legal lesson lessons letter letters letters-box license licensing like
limit listing listings live load local localdomain localhost lock login logout looking looks lost-password mail mail0
mail1 mail2 mail3 mail4 mail5 mail6 mail7 mail8 mail9 mailbox mailer-daemon mailerdaemon mails manifest map market
marketing marketplace master media member members mentor mentoring mentors mentorship mentorships message messages
metrics mis mobile moderation moderator moderators modify money more mx1 nan net network new news newsletter
newsletters next nil no-reply nobody noc none noreply notification notifications ns0 ns1 ns2 ns3 ns4 ns5 ns6 ns7 ns8
ns9 null oauth oauth2 object offer offers official offline online openapi openapi-json openid order orders organise
organiser organisers overview owa owner page pages palette participant participants partners passkeys passwd password
password-reset pay payment payments payments-team payout payouts paypal photo photos pixel plans plugins points
policies policy pop pop3 popular portal portfolio post postfix postmaster poweruser preferences premium press previous
pricing print privacy privacy-policy private prod product production profile profiles program programs project
projects promo proof prospect prospects prototype prove providers public purchase put question questions quota ready
redirect reduce refund refunds register registration remove replies reply report request request-password reset
reset-password resource resources response return returns review reviews robot robots root rootuser rsa-sha2-2
rsa-sha2-512 rss rules safety sales save savings script sdk search second-step secure security security-team select
sell service-worker services session sessions set-up settings setup share shift shop sign-in sign-ins sign-out sign-up
signin signout signup site sitemap sites skill skills smtp somebody sort source speculation-rules sql ssh ssh-rsa ssl
ssladmin ssladministrator sslwebmaster staff stage staging stat static statistics stats status store style styles
stylesheet stylesheets subdomain subscribe sudo super superuser supplies support survey surveys sync sysadmin system
tablet tag tags task task-list tasks tasks-list team telnet terms terms-of-use test testimonials tests theme themes
they thread threads today tokens tools topic topics tour training translate translations trending trial true trust
umac-128 umac-128-etm umac-64 umac-64-etm undefined unfollow unknown unlike unsubscribe update upgrade usenet user
username users uucp var verify video view visibility void vote vpn webmail webmaster website welcome widget widgets
wiki work works wpad write www www-data www1 www2 www3 www4 you yourname yourusername zlib
`

export const RESERVED: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/))
