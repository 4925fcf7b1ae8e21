import type { Metric } from "../metric.ts"
import { acquisition } from "./acquisition.ts"
import { backlogFamily } from "./backlog.ts"
import { sentimentShare } from "./comments.ts"
import { completeness } from "./completeness.ts"
import { contactFamily } from "./contacts.ts"
import { dataQuality } from "./data-quality.ts"
import { effectiveness } from "./effectiveness.ts"
import { costFamily } from "./cost.ts"
import { firstContact } from "./first-contact.ts"
import { moneyFamily } from "./money.ts"
import { selfService } from "./self-service.ts"
import { customerFamily } from "./customers.ts"
import { recurringRevenue } from "./revenue.ts"
import { experienceDelta } from "./experience.ts"
import { handling } from "./handling.ts"
import { promiseFamily } from "./promises.ts"
import { quality } from "./quality.ts"
import { queue } from "./queue.ts"
import { resolution } from "./resolution.ts"
import { response } from "./response.ts"
import { requiredAgents } from "./staffing.ts"
import { statusTimes } from "./status-time.ts"
import { topTopics } from "./topics.ts"
import { voice } from "./voice.ts"
import { detractorFollowupRate } from "./follow-up.ts"
import { contactRate } from "./contact-rate.ts"
import { fraudContactShare } from "./fraud.ts"
import { volume } from "./volume.ts"
import { workforce } from "./workforce.ts"
import { worth } from "./worth.ts"

/** Everything that can be asked. To add a metric is a file and a line here. */
export const catalog: readonly Metric[] = [
  ...volume,
  ...contactFamily,
  topTopics,
  ...backlogFamily,
  ...response,
  ...resolution,
  ...statusTimes,
  ...promiseFamily,
  ...effectiveness,
  ...firstContact,
  ...voice,
  detractorFollowupRate,
  sentimentShare,
  ...queue,
  ...handling,
  ...workforce,
  ...quality,
  experienceDelta,
  requiredAgents,
  ...recurringRevenue,
  ...customerFamily,
  contactRate,
  fraudContactShare,
  ...selfService,
  ...costFamily,
  ...worth,
  ...acquisition,
  ...moneyFamily,
  ...dataQuality,
  completeness,
]
