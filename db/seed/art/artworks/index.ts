import type { Sheet } from '../paper.ts'
import { logBasket } from './basket.ts'
import { frond, poppies } from './botanical.ts'
import { fiveJugs, moonJar } from './ceramics.ts'
import { millThrow, robe } from './cloth.ts'
import { busComic } from './comic.ts'
import { monsoon, rainYears } from './currents.ts'
import { kelp } from './cyanotype.ts'
import { polarNight } from './glass.ts'
import { fiveRidges } from './layers.ts'
import { curlew, hawthorn } from './linocut.ts'
import { shadeMap } from './map.ts'
import { waws } from './pen.ts'
import { lastBus } from './pixels.ts'
import { hills, leaks } from './plotter.ts'
import { loadPath, shirtQuilt } from './quilt.ts'
import { bridgeAtFive } from './record.ts'
import { streetParty } from './risograph.ts'
import { studyRoom } from './room.ts'
import { iceOut } from './score.ts'
import { clinicQueue, greenhouse } from './screens.ts'
import { bridgeDawn } from './sonogram.ts'
import { longCrossing } from './stitches.ts'
import { ampersand } from './type.ts'
import { joyRoad } from './wall.ts'
import { quayStreet, reefFlat } from './watercolour.ts'
import { thirdBox, twelvePoints } from './wood.ts'

const pictures = {
  ampersand,
  bridgeAtFive,
  bridgeDawn,
  busComic,
  clinicQueue,
  curlew,
  fiveJugs,
  fiveRidges,
  frond,
  greenhouse,
  hawthorn,
  hills,
  iceOut,
  joyRoad,
  kelp,
  lastBus,
  leaks,
  loadPath,
  logBasket,
  longCrossing,
  millThrow,
  monsoon,
  moonJar,
  polarNight,
  poppies,
  quayStreet,
  rainYears,
  reefFlat,
  robe,
  shadeMap,
  shirtQuilt,
  streetParty,
  studyRoom,
  thirdBox,
  twelvePoints,
  waws,
} satisfies Record<string, (page: Sheet) => string>

export type PictureName = keyof typeof pictures

export const drawWork = ({ picture, width, height }: Sheet & { picture: PictureName }): string =>
  pictures[picture]({ width, height })
