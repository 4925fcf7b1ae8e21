import { kinds } from "../../events/kinds.ts"

/** The numbers of the kinds a conversation's story is made of. */
export const KIND = {
  opened: kinds["conversation.opened"].code,
  message: kinds["message.sent"].code,
  status: kinds["conversation.status_changed"].code,
  assigned: kinds["conversation.assigned"].code,
  escalated: kinds["conversation.escalated"].code,
  changed: kinds["conversation.changed"].code,
  tagged: kinds["conversation.tagged"].code,
  handedOff: kinds["conversation.handed_off"].code,
  merged: kinds["conversation.merged_into"].code,
  spam: kinds["conversation.marked_spam"].code,
  deleted: kinds["conversation.deleted"].code,
  timeLogged: kinds["conversation.time_logged"].code,
  promised: kinds["conversation.promised"].code,
} as const
