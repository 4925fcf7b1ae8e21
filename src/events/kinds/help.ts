import { kind, type Kind } from "./kind.ts"

export const helpKinds = {
  "article.viewed": kind(
    50,
    "help",
    "visit",
    "Somebody read an article of the help centre.",
    ["article"],
    ["customer", "visitor", "seconds", "author"],
  ),
  "article.voted": kind(
    51,
    "help",
    "visit",
    "A reader said whether an article helped.",
    ["article", "helpful"],
    ["customer", "visitor"],
  ),
  "help.searched": kind(
    52,
    "help",
    "visit",
    "Somebody searched the help centre.",
    ["found"],
    ["query", "clicked", "customer", "visitor", "author"],
  ),
  "help.form_opened": kind(53, "help", "visit", "Somebody opened the contact form.", [], ["customer", "visitor", "author"]),
} as const satisfies Record<string, Kind>
