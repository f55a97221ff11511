/* What the probe of using a page asks of it. */
import { judgeButtons } from './buttons.ts'
import { judgeControls } from './controls.ts'
import { hasScript } from './spy.ts'
import { judgeSubmit } from './submit.ts'
import { judgeTime } from './time.ts'

export const use = { hasScript, judgeButtons, judgeControls, judgeSubmit, judgeTime }
