/** Stories: plain text in which a metric is tested, also by its users. */
export { readStories } from "./read.ts"
export { passed, play, type OpenStage, type Played, type Stage } from "./play.ts"
export { reportOf, summaryOf } from "./report.ts"
export type { Story } from "./story.ts"
export { embeddedStage } from "./stage.ts"
