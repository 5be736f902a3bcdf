// Where parcels go, by the two letters of each country.
const CODES =
  `AD AE AG AL AM AO AR AT AU AZ BA BB BD BE BG BH BI BJ BN BO BR BS BT BW BZ CA CD CF CG CH CI CL CM CN CO CR CV CY CZ
DE DJ DK DM DO DZ EC EE EG ES ET FI FJ FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IS IT JM JO JP KE KG KH
KI KM KN KR KW KZ LA LB LC LI LK LR LS LT LU LV MA MC MD ME MG MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NZ OM PA PE
PG PH PK PL PS PT PY QA RO RS RW SA SB SC SE SG SI SK SL SM SN SO SR ST SV SZ TD TG TH TJ TL TM TN TO TR TT TW TZ UA UG US UY UZ VC
VE VN VU WS XK ZA ZM ZW`.split(/\s+/)

const names = new Intl.DisplayNames(['en'], { type: 'region' })

export const COUNTRIES = CODES.map((code) => ({ value: code, label: names.of(code) ?? code })).sort((one, other) =>
  one.label.localeCompare(other.label),
)
