import { callKinds } from "./kinds/call.ts"
import { conversationKinds } from "./kinds/conversation.ts"
import { dataKinds } from "./kinds/data.ts"
import { helpKinds } from "./kinds/help.ts"
import { identityKinds } from "./kinds/identity.ts"
import { moneyKinds } from "./kinds/money.ts"
import { peopleKinds } from "./kinds/people.ts"
import { surveyKinds } from "./kinds/survey.ts"

export { FAMILIES, type Family, type Kind } from "./kinds/kind.ts"

/** All that can happen. */
export const kinds = {
  ...conversationKinds,
  ...callKinds,
  ...surveyKinds,
  ...helpKinds,
  ...peopleKinds,
  ...moneyKinds,
  ...identityKinds,
  ...dataKinds,
} as const

export type KindName = keyof typeof kinds
